package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person with a terminal sees: nothing is cut, and colours say what is wrong. */
class TerminalTest {
    private static final String COLOURS = "\u001b\\[[0-9;]*m";

    @TempDir
    Path root;

    private List<List<String>> commands() throws IOException {
        Folder folder = new Folder(root)
                .write("slipway.yml", Folder.CONFIG.replace("[linux-amd64]", "[linux-amd64, linux-arm64, macos-arm64]"))
                .write("old.yml", Folder.CONFIG)
                .write(
                        "wrong.yml",
                        Folder.CONFIG.replace("repository: otto-rs/otto", "repository: https://github.com/otto-rs/otto")
                                + "# " + "a comment that goes on and on, ".repeat(5) + "\nnmae: "
                                + "a value that goes on and on, ".repeat(8) + "\n")
                .write(
                        ".github/workflows/own.yml",
                        "on: push\njobs:\n  a:\n    runs-on: ubuntu-18.04\n    steps:\n" + "      - run: echo "
                                + "word ".repeat(60) + "${{ github.head_ref }}\n")
                .write("Cargo.toml", "[package]\nname = \"otto\"\nversion = \"1.0.0\"\nlicense = \"MIT\"\n")
                .write("src/main.rs", "fn main() {}\n");
        new SampleRepository(root).committed().origin("git@github.com:otto-rs/otto.git");
        folder.run("generate", "--force");
        folder.write("Dockerfile", "FROM scratch\n");
        return List.of(
                List.of("plan"),
                List.of("plan", "--diff", "old.yml"),
                List.of("plan", "nightly"),
                List.of("check"),
                List.of("check", "--config", "wrong.yml"),
                List.of("lint"),
                List.of("doctor", "--verbose"),
                List.of("init", "--config", "new.yml"),
                List.of("generate"),
                List.of("generate", "--frobnicate"),
                List.of("--help"),
                List.of("init", "--help"));
    }

    private Ran run(int width, boolean coloured, List<String> words) {
        String[] args = new String[words.size() + 2];
        args[0] = "-C";
        args[1] = root.toString();
        for (int i = 0; i < words.size(); i++) {
            args[i + 2] = words.get(i);
        }
        return Ran.inTerminal(width, coloured, args);
    }

    @Test
    void noLineIsWiderThanTheTerminalUnlessItIsOneWordAndInAPipeNoneIsBroken() throws IOException {
        for (List<String> command : commands()) {
            Ran piped = run(0, false, command);
            String whole = piped.out() + piped.err();
            for (int width : command.contains("init") ? new int[] {60} : new int[] {60, 80, 120}) {
                Ran ran = run(width, true, command);
                String text = (ran.out() + ran.err()).replaceAll(COLOURS, "");
                for (String line : text.lines().toList()) {
                    boolean ofAFile = line.matches("[-+ @].*") && command.get(0).equals("check");
                    if (!ofAFile && line.strip().contains(" ")) {
                        assertThat(line.length())
                                .describedAs("%s: %s", command, line)
                                .isLessThanOrEqualTo(width);
                    }
                }
                if (List.of("plan", "doctor", "generate").contains(command.get(0))) {
                    assertThat(words(text)).describedAs("%s", command).isEqualTo(words(whole));
                }
            }
        }
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    @Test
    void errorsHaveColoursInATerminalAndWhereAskedForAndNowhereElse() throws IOException {
        new Folder(root).write("slipway.yml", Folder.CONFIG + "nmae: x\n");
        String red = "\u001b[31merror:\u001b[0m ";

        assertThat(run(80, true, List.of("check")).err())
                .startsWith("\u001b[1mslipway.yml:7:1:\u001b[0m " + red + "\u001b[1munknown key 'nmae'\u001b[0m");
        assertThat(run(0, false, List.of("--color", "always", "check")).err()).contains(red);
        assertThat(run(80, true, List.of("--color", "never", "check")).err()).doesNotContain("\u001b");
        assertThat(run(0, false, List.of("check")).err()).doesNotContain("\u001b");
        assertThat(run(80, true, List.of("check", "--config", "none.yml")).err())
                .startsWith(red + "no config");
    }
}
