package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The messages on {@code docs/troubleshooting.md} are those that the scripts of a release print. */
class TroubleshootingPageTest {
    private static final Pattern ERROR = Pattern.compile("\"::error::([^\n]*)\"");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]*}|\\$[A-Za-z0-9_]+");

    @Test
    void everyMessageIsPrintedByAScript() throws IOException {
        List<Pattern> messages = messages();
        assertThat(Fences.of("docs/troubleshooting.md").blocks())
                .filteredOn(block -> block.language().equals("text"))
                .hasSizeGreaterThan(4)
                .allSatisfy(block -> assertThat(messages)
                        .as(block.text())
                        .anyMatch(
                                message -> message.matcher(block.text().strip()).matches()));
    }

    /** Each error of a script, with anything where it has a variable. */
    private static List<Pattern> messages() throws IOException {
        try (Stream<Path> scripts = Files.list(Path.of("templates/scripts"))) {
            return scripts.flatMap(
                            script -> ERROR.matcher(Examples.read(script)).results())
                    .map(error -> Stream.of(VARIABLE.split(error.group(1), -1))
                            .map(Pattern::quote)
                            .reduce((before, after) -> before + ".+" + after)
                            .orElseThrow())
                    .map(Pattern::compile)
                    .toList();
        }
    }
}
