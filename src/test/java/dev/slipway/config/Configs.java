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
import java.util.TreeMap;

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

    /** What was written, as text. */
    record Settings(Map<String, String> values) implements ToolchainSettings {}

    static Map<String, SettingsReader> toolchains() {
        Map<String, SettingsReader> toolchains = new LinkedHashMap<>();
        toolchains.put("rust", Configs::rust);
        toolchains.put("maven", Configs::maven);
        return toolchains;
    }

    private static Settings rust(Fields fields) {
        Map<String, String> values = new TreeMap<>();
        fields.text("toolchain", Grammar.NAME).ifPresent(text -> values.put("toolchain", text));
        fields.text("package", Grammar.NAME).ifPresent(text -> values.put("package", text));
        for (String list : List.of("bins", "features")) {
            values.put(list, String.join(",", fields.texts(list, Grammar.NAME)));
        }
        for (String flag : List.of("default-features", "locked", "history")) {
            fields.flag(flag).ifPresent(value -> values.put(flag, value.toString()));
        }
        return new Settings(values);
    }

    private static Settings maven(Fields fields) {
        Map<String, String> values = new TreeMap<>();
        fields.text("java", Grammar.NAME).ifPresent(text -> values.put("java", text));
        fields.text("jar", Grammar.INCLUDE).ifPresent(text -> values.put("jar", text));
        fields.flag("history").ifPresent(value -> values.put("history", value.toString()));
        return new Settings(values);
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
