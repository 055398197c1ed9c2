package dev.slipway.schema;

import dev.slipway.Examples;
import dev.slipway.Toolchains;
import dev.slipway.plan.SharedJob;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import dev.slipway.toolchain.CiOffer;
import dev.slipway.toolchain.Toolchain;
import dev.slipway.toolchain.rust.Rust;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The schema of a config: where its parts are kept, and how it is written from them. */
@SuppressWarnings("unchecked")
final class ConfigSchema {
    static final Path FILE = Path.of("schemas/slipway.schema.json");
    static final Path KEYS = Path.of("schemas/slipway.keys.yml");
    private static final Path WORKFLOW = Path.of("schemas/github-workflow.schema.json");

    private ConfigSchema() {}

    static SchemaWriter.Written write() {
        Map<String, Object> workflow = (Map<String, Object>) read(WORKFLOW).getOrDefault("$defs", Map.of());
        return new SchemaWriter(keys(), workflow, new ToolchainRules(offers())).write();
    }

    /** What people read about each key, by its path. */
    static Map<String, Map<String, Object>> keys() {
        Map<String, Map<String, Object>> keys = new LinkedHashMap<>();
        read(KEYS).forEach((path, about) -> keys.put(path, (Map<String, Object>) about));
        return keys;
    }

    static Map<String, Object> read(Path file) {
        return (Map<String, Object>) Json.of(YamlReader.read(new SourceText(file.toString(), Examples.read(file))));
    }

    private static Map<String, ToolchainRules.Offer> offers() {
        Map<String, ToolchainRules.Offer> offers = new LinkedHashMap<>();
        for (String key : Toolchains.READERS.keySet()) {
            String settings = key.equals("command") ? ": { build: make }" : ": {}";
            Toolchain toolchain = Examples.generate("repository: a/b\n" + key + settings)
                    .plan()
                    .toolchain();
            List<String> jobs = Stream.concat(
                            toolchain.ci().stream().map(CiOffer::word),
                            Stream.of(SharedJob.values()).map(SharedJob::word))
                    .toList();
            offers.put(
                    key,
                    new ToolchainRules.Offer(
                            toolchain.target(Rust.TRIPLE.example()).isPresent(), jobs));
        }
        return offers;
    }
}
