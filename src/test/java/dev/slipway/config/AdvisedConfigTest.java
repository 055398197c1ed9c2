package dev.slipway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AdvisedConfigTest {
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*+)\"");
    private static final Path SOURCES = Path.of("src/main/java/dev/slipway");

    @Test
    void aLineThatNoConfigAcceptsIsFound() {
        assertThat(AdvisedConfig.refused("write 'tag: a b' and 'lfs: true', or 'locked: maybe'"))
                .containsExactly("tag: a b", "locked: maybe");
    }

    @Test
    void allLinesInTextsOfTheProgramAreConfig() throws IOException {
        List<String> seen = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (String room : List.of("detect", "init", "plan", "toolchain", "blueprint", "cli", "lint")) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(room))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    Matcher literal = LITERAL.matcher(Files.readString(file));
                    while (literal.find()) {
                        String text = literal.group(1).replace("\\\"", "\"");
                        AdvisedConfig.lines(text).forEach(seen::add);
                        AdvisedConfig.refused(text).forEach(line -> refused.add(file + ": " + line));
                    }
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(20);
        assertThat(refused).isEmpty();
    }
}
