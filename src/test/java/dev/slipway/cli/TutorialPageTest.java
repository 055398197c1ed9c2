package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Fences;
import dev.slipway.GoldenTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows {@code docs/tutorial.md} from top to bottom, as a reader would: writes its files, runs its commands, and compares what they print. A line
 * of the page that is only an ellipsis stands for any output. {@code -Dgolden=write} writes outputs without such a line, and fails if one differs.
 */
class TutorialPageTest {
    private static final Path FILE = Path.of("docs/tutorial.md");
    private static final Fences PAGE = Fences.of(FILE.toString());
    private static final Pattern CHANGING = Pattern.compile("\\d+\\.\\d s$|\\d+ k?B {2}[0-9a-f]{12}$");
    private static final Pattern TITLE = Pattern.compile("title=\"([^\",]+)\"");
    private static final String REHEARSE = "rehearse v0.1.0";

    @TempDir
    Path root;

    /** The output of each command but the rehearsal, which needs Go and takes a minute. */
    @Test
    void everyCommandPrintsWhatThePageShows() throws Exception {
        assertThat(follow(false)).hasSizeGreaterThan(5).contains("init", "plan v0.1.0", "check", "generate", "doctor");
    }

    @Test
    @Tag("slow")
    void theRehearsalMakesTheProgramThatThePagePromises() throws Exception {
        assertThat(follow(true)).contains(REHEARSE);
        assertThat(sh("try/hello", root)).isEqualTo("hello 0.1.0\n");
    }

    /** The commands of Slipway that were run. */
    private List<String> follow(boolean rehearse) throws Exception {
        Path folder = root;
        List<String> ran = new ArrayList<>();
        for (Fences.Block block : PAGE.blocks()) {
            var title = TITLE.matcher(block.info());
            if (title.find() && !block.info().contains(", as ")) {
                Files.writeString(folder.resolve(title.group(1)), block.text());
            } else if (title.find(0)) {
                assertThat(Files.readString(folder.resolve(title.group(1)))).endsWith(block.text());
            } else if (block.language().equals("sh")
                    && (rehearse || !block.text().contains("rehearsal"))) {
                folder = Path.of(sh(block.text() + "\npwd", folder)
                        .lines()
                        .reduce((first, last) -> last)
                        .orElseThrow());
            } else if (block.language().equals("console")) {
                String command = block.text()
                        .substring("$ slipway ".length(), block.text().indexOf('\n'));
                if (rehearse || !command.equals(REHEARSE)) {
                    ran.add(command);
                    compare(command, block.text().substring(block.text().indexOf('\n') + 1), folder);
                }
            }
        }
        return ran;
    }

    private static void compare(String command, String shown, Path folder) throws IOException {
        Ran ran = Ran.slipway(Stream.concat(Stream.of("-C", folder.toString()), Stream.of(command.split(" ")))
                .toArray(String[]::new));
        String output = (ran.err() + ran.out()).replace(folder + "/", "");
        if (GoldenTest.writes(System.getProperty("golden", ""), System.getenv()) && !shown.contains("…\n")) {
            Files.writeString(FILE, Files.readString(FILE).replace(shown, output));
        }
        String printed = steady(output);
        for (String part : steady(shown).split("(?m)^…\n", -1)) {
            assertThat(printed).as(command).contains(part);
            printed = printed.substring(printed.indexOf(part) + part.length());
        }
        if (!shown.endsWith("…\n")) {
            assertThat(printed).as("the rest of " + command).isEmpty();
        }
    }

    /** Without times, sizes and checksums, which differ from run to run. */
    private static String steady(String text) {
        return text.lines()
                .map(line -> CHANGING.matcher(line).replaceFirst("").stripTrailing() + "\n")
                .reduce("", String::concat);
    }

    private static String sh(String script, Path folder) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-euc", script).directory(folder.toFile());
        builder.environment()
                .putAll(Map.of(
                        "GIT_CONFIG_GLOBAL", "/dev/null",
                        "GIT_AUTHOR_NAME", "reader",
                        "GIT_AUTHOR_EMAIL", "reader@example.com",
                        "GIT_COMMITTER_NAME", "reader",
                        "GIT_COMMITTER_EMAIL", "reader@example.com"));
        Process process = builder.redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
