package dev.slipway.config;

import dev.slipway.Toolchains;
import dev.slipway.source.Document;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Locator;
import dev.slipway.source.Rejected;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads configs the way the program does. */
final class Configs {
    static final String OTTO = """
            name: otto
            repository: otto-rs/otto
            rust: { toolchain: 1.94.0, locked: false, history: true }
            targets: [linux-amd64, linux-arm64, macos-x86_64, macos-arm64]
            linux: { container: debian:bookworm, packages: [pkg-config, libssl-dev] }
            macos: { runner: macos-14 }
            docker: { base: debian:bookworm-slim }
            ci: { branches: [main], os: [ubuntu-latest, macos-14] }
            """;

    private Configs() {}

    /** The CI of a config with only these two keys. */
    static CiConfig ci(List<String> branches, List<String> os) {
        return new CiConfig(
                branches,
                os,
                Optional.empty(),
                Map.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of());
    }

    /** Settings of a system; what is empty is not said. */
    static BuildSettings settings(String runner, String container, List<String> packages) {
        return new BuildSettings(
                Optional.of(runner).filter(text -> !text.isEmpty()),
                Optional.empty(),
                Optional.of(container).filter(text -> !text.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                packages,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Reading read(String yaml) {
        return ConfigReader.read(
                Bases.read(new SourceText("slipway.yml", yaml), "0.1.0", Configs::base), Toolchains.READERS);
    }

    /** A base that adds nothing, wherever it is. */
    private static Optional<byte[]> base(String path) {
        return Optional.of("{}".getBytes(StandardCharsets.UTF_8));
    }

    static List<Finding> findings(String yaml) {
        SourceText source = new SourceText("slipway.yml", yaml);
        try {
            Document document = Bases.read(source, "0.1.0", Configs::base);
            Locator locator = new Locator(document);
            try {
                return locator.locate(
                        "config",
                        Severity.ERROR,
                        ConfigReader.read(document, Toolchains.READERS).problems());
            } catch (Rejected e) {
                return locator.locate("config", Severity.ERROR, e.problems());
            }
        } catch (InvalidSource e) {
            return e.findings();
        }
    }
}
