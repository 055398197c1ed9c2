package dev.slipway.reach;

import dev.slipway.Examples;
import dev.slipway.Generation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A config of this repository that makes what a well-known tool releases.
 *
 * @param project the folder below {@code generated/}
 * @param byHand the lines of each workflow that the project has written by hand
 * @param lacks what the example does not have
 * @param otherwise what people would see changed
 */
record Example(String project, Map<String, Integer> byHand, List<String> lacks, List<String> otherwise) {
    static final Path FILE = Path.of("docs/reach/examples.yml");

    static List<Example> all() {
        return Feature.mapping(FILE).values().stream()
                .map(entry -> new Example(
                        entry.key(),
                        Feature.lines(entry.value(), "by-hand"),
                        Feature.texts(entry.value(), "lacks"),
                        Feature.texts(entry.value(), "otherwise")))
                .toList();
    }

    String config() {
        return Examples.read(Path.of("generated", project, "slipway.yml"));
    }

    Generation generation() {
        return Examples.generate(config());
    }

    /** The lines of the config, counted as those by hand: without blank lines and comments. */
    int lines() {
        return (int)
                config().lines().filter(line -> !line.matches("\\s*(#.*)?")).count();
    }

    int linesByHand() {
        return byHand.values().stream().mapToInt(Integer::intValue).sum();
    }
}
