package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the recording that {@code bench/record} makes to what the commands print today. */
class RecordingTest {
    private static final Pattern LINE = Pattern.compile("<text x=\"16\" y=\"\\d+\">(.*)</text>");

    @TempDir
    Path root;

    /** The lines that a command printed, without those that are empty. */
    private static List<String> recorded(String command) throws IOException {
        List<String> lines = LINE.matcher(Files.readString(Path.of("docs/pictures/recording.svg")))
                .results()
                .map(line -> line.group(1)
                        .replaceAll("</?tspan[^>]*>", "")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&"))
                .toList();
        int start = lines.indexOf("$ " + command) + 1;
        assertThat(start).describedAs(command).isPositive();
        return lines.subList(start, lines.size()).stream()
                .takeWhile(line -> !line.startsWith("$ "))
                .toList();
    }

    /** Wherever the lines are broken: the name of the folder is as long as it is. */
    private static String words(List<String> lines) {
        return String.join(" ", lines).strip().replaceAll(" +", " ");
    }

    private String printed(String... words) {
        String[] args = new String[words.length + 2];
        args[0] = "-C";
        args[1] = root.toString();
        System.arraycopy(words, 0, args, 2, words.length);
        return words(Ran.inTerminal(80, false, args)
                .out()
                .replace(root + "/", "")
                .lines()
                .toList());
    }

    @Test
    void initAndPlanPrintWhatThePictureShows() throws IOException {
        new SampleRepository(root)
                .file("Cargo.toml", """
                        [package]
                        name = "tern"
                        version = "0.4.0"
                        edition = "2021"
                        license = "MIT"
                        description = "Find what you lost"
                        """)
                .file("Cargo.lock", "version = 4\n\n[[package]]\nname = \"tern\"\nversion = \"0.4.0\"\n")
                .file("src/main.rs", "fn main() {}\n")
                .file("LICENSE", "MIT\n")
                .file("README.md", "# tern\n")
                .committed()
                .origin("git@github.com:ternproj/tern.git");

        assertThat(printed("init")).isEqualTo(words(recorded("slipway init")));
        assertThat(printed("plan", "v0.4.0")).isEqualTo(words(recorded("slipway plan v0.4.0")));
    }

    @Test
    void theRehearsalInItEndsAsPlanned() throws IOException {
        assertThat(recorded("slipway rehearse v0.4.0"))
                .contains("As planned.")
                .noneMatch(line -> line.startsWith("failed") || line.contains("error:"));
    }

    @Test
    void itShowsNothingOfTheMachineThatItWasMadeOn() throws IOException {
        assertThat(Files.readString(Path.of("docs/pictures/recording.svg")))
                .doesNotContain("/tmp/", "/home/", "/root", System.getProperty("user.dir"));
    }
}
