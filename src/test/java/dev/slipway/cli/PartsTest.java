package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that print a part of what Slipway knows: {@code graph}, {@code schema} and {@code lint}. */
class PartsTest {
    private static final String SOUND = """
            on: push
            permissions: {}
            jobs:
              build:
                runs-on: ubuntu-latest
                timeout-minutes: 5
                steps:
                  - run: make
            """;

    @TempDir
    Path root;

    @Test
    void drawsTheReleaseInEachFormat() throws IOException {
        Folder folder = new Folder(root).write("slipway.yml", Folder.CONFIG);

        assertThat(folder.run("graph")).isEqualTo(new Ran(0, """
                Release
                └─ build-linux
                   ├─ create-release
                   └─ docker
                """, ""));
        assertThat(folder.run("graph", "--format", "mermaid").out()).startsWith("flowchart LR\n    build-linux\n");
        assertThat(folder.run("graph", "--format", "dot").out()).startsWith("digraph \"Release\" {\n");
    }

    @Test
    void drawsTheCi() throws IOException {
        Folder folder = new Folder(root).write("slipway.yml", Folder.CONFIG + "ci: { os: [ubuntu-latest] }\n");

        assertThat(folder.run("graph", "--workflow", "ci").out())
                .startsWith("CI\n├─ ")
                .contains("test");
    }

    @Test
    void printsTheSchemasAsTheyAre() throws IOException {
        assertThat(Ran.slipway("schema").out()).isEqualTo(Files.readString(Path.of("schemas/slipway.schema.json")));
        assertThat(Ran.slipway("schema", "workflow").out())
                .isEqualTo(Files.readString(Path.of("schemas/github-workflow.schema.json")));
        assertThat(Ran.slipway("schema", "wrkflow").err()).contains("did you mean 'workflow'?");
    }

    @Test
    void lintsWhatIsThere() throws IOException {
        Folder folder = new Folder(root)
                .write(".github/workflows/ci.yml", SOUND)
                .write(".github/workflows/more.yaml", SOUND)
                .write(".github/workflows/notes.txt", "no workflow")
                .write("Dockerfile", "FROM scratch\n")
                .write(".dockerignore", "*\n");

        assertThat(folder.run("lint")).isEqualTo(new Ran(0, "no findings in 4 files" + System.lineSeparator(), ""));
        assertThat(folder.run("lint", "-q")).isEqualTo(new Ran(0, "", ""));
    }

    @Test
    void lintsWhatIsNamed() throws IOException {
        Folder folder = new Folder(root)
                .write(".github/workflows/bad.yml", "on: push\n")
                .write("w/ci.yml", SOUND.replace("steps:", "stepz:"));

        Ran ran = folder.run("lint", "w/ci.yml");

        assertThat(ran.exit()).isOne();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).isEqualTo("""
                w/ci.yml:7:5: error: unknown key 'stepz' in 'build' [syntax]
                    stepz:
                    ^~~~~
                help: did you mean 'steps'?
                1 error
                """);
    }

    @Test
    void warningsFailOnlyWhereThatIsAskedFor() throws IOException {
        Folder doubtful = new Folder(root)
                .write(".github/workflows/ci.yml", SOUND.replace("run: make", "uses: actions/cache@main"));

        assertThat(doubtful.run("lint").out()).contains("warning:").doesNotContain("error:");
        assertThat(doubtful.run("lint").exit()).isZero();
        assertThat(doubtful.run("lint", "--strict").exit()).isOne();
    }

    @Test
    void aFileThatIsNoTextIsAFindingLikeOthers() throws IOException {
        Folder folder = new Folder(root).write(".github/workflows/ci.yml", SOUND);
        byte[] latin = "on: push # \u00FC\n".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(root.resolve(".github/workflows/bad.yml"), latin);

        Ran ran = folder.run("lint");

        assertThat(ran.exit()).isOne();
        assertThat(ran.out()).startsWith(".github/workflows/bad.yml:1:12: error: byte 0xFC is not UTF-8");
    }

    @Test
    void whatCannotBeLintedIsToldInALine() throws IOException {
        Folder folder = new Folder(root).write("notes.txt", "").write("w/ci.yml", SOUND);

        assertThat(folder.run("lint").err())
                .startsWith("error: no workflow in '")
                .hasLineCount(1);
        assertThat(folder.run("lint", "no.yml").err()).startsWith("error: no such file or directory: '");
        assertThat(folder.run("lint", "w").err())
                .startsWith("error: no workflow in '")
                .endsWith("' and no Dockerfile: specify the files to check\n");
        assertThat(folder.run("lint", "notes.txt").err())
                .startsWith("error: 'notes.txt' does not have the name of a workflow");
        assertThat(folder.run("lint", "notes.txt").exit()).isEqualTo(2);
    }

    @Test
    void lintSpeaksToCodeScanning() throws IOException {
        Folder folder = new Folder(root).write(".github/workflows/ci.yml", SOUND.replace("steps:", "stepz:"));

        assertThat(folder.run("lint", "--format", "sarif").out())
                .contains("\"ruleId\": \"syntax\"", "docs/rules.md#pinned-actions");
    }
}
