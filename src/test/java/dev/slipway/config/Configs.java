package dev.slipway.config;

import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Locator;
import dev.slipway.source.Node;
import dev.slipway.source.Rejected;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads configs the way the program does, with two toolchains that stand for the real ones. */
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

    record Rust(Optional<String> toolchain, Optional<Boolean> locked, Optional<Boolean> history)
            implements ToolchainSettings {
        static Rust read(Fields fields) {
            return new Rust(fields.text("toolchain", Grammar.NAME), fields.flag("locked"), fields.flag("history"));
        }
    }

    record Maven(Optional<String> java) implements ToolchainSettings {
        static Maven read(Fields fields) {
            return new Maven(fields.text("java", Grammar.NAME));
        }
    }

    static Map<String, SettingsReader> toolchains() {
        Map<String, SettingsReader> toolchains = new LinkedHashMap<>();
        toolchains.put("rust", Rust::read);
        toolchains.put("maven", Maven::read);
        return toolchains;
    }

    static Reading read(String yaml) {
        return ConfigReader.read(YamlReader.read(new SourceText("slipway.yml", yaml)), toolchains());
    }

    static List<Finding> findings(String yaml) {
        SourceText source = new SourceText("slipway.yml", yaml);
        try {
            Node document = YamlReader.read(source);
            Locator locator = new Locator("slipway.yml", document);
            try {
                return locator.locate(
                        "config",
                        Severity.ERROR,
                        ConfigReader.read(document, toolchains()).problems());
            } catch (Rejected e) {
                return locator.locate("config", Severity.ERROR, e.problems());
            }
        } catch (InvalidSource e) {
            return e.findings();
        }
    }
}
