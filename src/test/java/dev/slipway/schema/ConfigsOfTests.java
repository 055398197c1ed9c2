package dev.slipway.schema;

import dev.slipway.Examples;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every config that this repository tries: the examples, those of the documentation, and those in the sources of the tests. */
final class ConfigsOfTests {
    private static final String BASE = "repository: a/otto\nrust: {}\n";
    private static final Pattern TOOLCHAIN = Pattern.compile("(?m)^(rust|go|maven|gradle|command):");
    private static final Pattern BLOCK = Pattern.compile("\"\"\"\\R(.*?)\"\"\"", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)+)\"");
    private static final Pattern FENCE = Pattern.compile("```ya?ml\\R(.*?)```", Pattern.DOTALL);

    private ConfigsOfTests() {}

    static Set<String> all() {
        Set<String> configs = new LinkedHashSet<>();
        Examples.configs().forEach(file -> configs.add(Examples.read(file)));
        files(Path.of("docs"), ".md").forEach(file -> found(FENCE, file).forEach(text -> add(text, configs)));
        for (String room : List.of("config", "plan", "toolchain", "blueprint", "cli", "report", "schema")) {
            files(Path.of("src/test/java/dev/slipway", room), "Test.java").forEach(file -> {
                found(BLOCK, file)
                        .map(text -> text.stripIndent().translateEscapes())
                        .forEach(text -> add(text, configs));
                rows(file).forEach(row -> add(row, configs));
            });
        }
        return configs;
    }

    /** The first column of a table, or a text that is a config by itself. */
    private static Stream<String> rows(Path file) {
        return found(LITERAL, file)
                .filter(text -> !text.contains("\\u"))
                .map(String::translateEscapes)
                .map(row -> row.replaceFirst(" \\| .*", "")
                        .replaceFirst("^!", "")
                        .replace('⏎', '\n')
                        .replace('→', '\t'))
                .filter(row -> row.matches("(?s)[a-z-]+: .*"));
    }

    private static void add(String text, Set<String> configs) {
        if (text.contains("%s") || text.contains("%d") || !isMapping(text)) {
            return;
        }
        String keys = text.strip() + "\n";
        boolean whole = Pattern.compile("(?m)^repository:").matcher(keys).find();
        boolean built = TOOLCHAIN.matcher(keys).find();
        String config = whole ? keys : (built ? "repository: a/otto\n" : BASE) + keys;
        if (isMapping(config)) {
            configs.add(config);
        }
    }

    /** A workflow or another file is no config, nor is a text that is no YAML. */
    private static boolean isMapping(String text) {
        try {
            return YamlReader.read(new SourceText("slipway.yml", text))
                    .fold(
                            mapping -> mapping.entries().keySet().stream()
                                    .noneMatch(Set.of("on", "runs", "true")::contains),
                            sequence -> false,
                            scalar -> false);
        } catch (InvalidSource e) {
            return false;
        }
    }

    private static Stream<String> found(Pattern pattern, Path file) {
        return pattern.matcher(Examples.read(file)).results().map((MatchResult result) -> result.group(1));
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
