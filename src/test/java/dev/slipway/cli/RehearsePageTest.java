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

/** What {@code docs/rehearse.md} shows and promises is what the command does. */
class RehearsePageTest {
    private static final Pattern TIME = Pattern.compile("  \\d+\\.\\d s$");

    @TempDir
    Path root;

    private static String page() throws IOException {
        return Files.readString(Path.of("docs/rehearse.md"));
    }

    /** What stands behind a command on the page. */
    private static List<String> shown(String command) throws IOException {
        String page = page();
        int start = page.indexOf("\n$ " + command + "\n") + command.length() + 4;
        return page.substring(start, page.indexOf("```", start)).lines().toList();
    }

    private static List<String> timeless(List<String> lines) {
        return lines.stream().map(line -> TIME.matcher(line).replaceFirst("")).toList();
    }

    private Folder tide() throws IOException {
        Folder folder = new Folder(root)
                .write("slipway.yml", """
                        name: tide
                        repository: example/tide
                        command: { build: sh ./build.sh, output: "out/{name}" }
                        targets: [linux-amd64]
                        ci: false
                        """)
                .write("build.sh", """
                        set -e
                        if [ ! -f vendor/tide.txt ]; then
                          echo "build.sh: there is no vendor/tide.txt" >&2
                          exit 1
                        fi
                        mkdir -p out
                        cp vendor/tide.txt out/tide
                        chmod +x out/tide
                        """)
                .write(".gitignore", "vendor/\n")
                .write("vendor/tide.txt", "tide\n");
        folder.run("generate");
        new SampleRepository(root).committed();
        return folder;
    }

    @Test
    void aBuildThatFailsIsShownAsItIs() throws IOException {
        Ran ran = tide().run("rehearse", "v0.1.0");

        assertThat(ran.exit()).isOne();
        assertThat(timeless((ran.err() + ran.out()).lines().toList()))
                .isEqualTo(timeless(shown("slipway rehearse v0.1.0")));
    }

    @Test
    void everyResultIsInTheFolderThatThePageNames() throws IOException {
        Folder folder = tide().write(".gitignore", "");
        new SampleRepository(root).committed();

        assertThat(folder.run("rehearse", "v0.1.0").out()).contains("As planned.");
        try (var files = Files.list(root.resolve(".slipway/rehearsal"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith(".")))
                    .contains("github", "logs", "report.json")
                    .allSatisfy(name -> assertThat(page()).containsPattern("\n\\| `" + name + "[/`]"));
        }
        assertThat(root.resolve(".slipway/rehearsal/github/releases/v0.1.0/tide-v0.1.0-linux-amd64.tar.gz"))
                .exists();
    }

    @Test
    void everyOptionIsOnThePage() throws IOException {
        assertThat(Ran.slipway("rehearse", "--help").out().lines().filter(line -> line.startsWith("      --")))
                .hasSizeGreaterThan(8)
                .map(line -> line.strip().replaceFirst("[= ].*", ""))
                .filteredOn(option -> !List.of("--config", "--color").contains(option))
                .allSatisfy(option -> assertThat(page()).contains("`" + option));
    }
}
