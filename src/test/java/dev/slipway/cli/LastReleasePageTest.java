package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples on {@code docs/last-release.md} are what the commands print. */
class LastReleasePageTest {
    private static final Path PAGE = Path.of("docs/last-release.md");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```(?:console\n\\$ |text\n|json\n|yaml\n)(.*?)```\n");

    @TempDir
    Path root;

    private static List<String> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult example) -> example.group(1))
                .toList();
    }

    private SampleRepository repository() {
        return new SampleRepository(root)
                .file("go.mod", "module github.com/acme/tern\n\ngo 1.24\n")
                .file("main.go", "package main\n\nfunc main() {}\n")
                .file("LICENSE", "MIT")
                .file("README.md", """
                        # Tern

                            curl -LO https://github.com/acme/tern/releases/latest/download/tern_Linux_x86_64.tar.gz
                        """)
                .file("old.json", "")
                .committed()
                .origin("https://github.com/acme/tern")
                .git("tag", "v1.4.0");
    }

    private Ran slipway(String... words) {
        return Ran.slipway(Stream.concat(Stream.of("-C", root.toString()), Stream.of(words))
                .toArray(String[]::new));
    }

    private static String from(String text, String start, Optional<String> end) {
        String rest = text.substring(text.indexOf(start));
        return end.map(word -> rest.substring(0, rest.indexOf(word))).orElse(rest);
    }

    @Test
    void theExamples() throws IOException {
        List<String> examples = examples();
        SampleRepository repository = repository().file("old.json", examples.get(0));
        repository.file("slipway.yml", "repository: acme/tern\ngo: { version: 1.24 }\nci: false\n");

        Ran doctor = slipway("doctor", "--date", "2026-11-28", "--against", "old.json");
        assertThat(doctor.exit()).isEqualTo(1);
        assertThat(examples.get(1))
                .isEqualTo("slipway doctor --against old.json\n"
                        + from(doctor.out(), "error: of the files", Optional.of("\nchecked:\n")));

        Files.delete(root.resolve("slipway.yml"));
        Ran init = slipway("init", "--date", "2026-11-28", "--against", "old.json", "--dry-run");
        assertThat(init.exit()).isZero();
        assertThat(examples.get(2))
                .isEqualTo("slipway init --against old.json --dry-run\n"
                        + init.err()
                                .lines()
                                .filter(line -> !line.startsWith("would write"))
                                .map(line -> line + "\n")
                                .reduce("", String::concat));
        assertThat(init.out()).endsWith(examples.get(3));
    }
}
