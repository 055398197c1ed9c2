package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionClassCommandTest {
    @TempDir
    private Path root;

    @Test
    void printsTheClass() throws IOException {
        Folder folder = new Folder(root).write("bake/action.yml", "inputs: { files: {} }\nruns: { using: node24 }\n");
        Ran ran = folder.run(
                "action-class",
                "docker/bake-action@v7",
                "--from",
                "bake/action.yml",
                "--package",
                "ci",
                "--release",
                "v7.1.0");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .startsWith("package ci;\n\nimport ")
                .contains("public final class BakeAction extends ActionStep<BakeAction> {")
                .contains("new ActionRef(\"docker/bake-action\", \"v7\", \"v7.1.0\")")
                .contains("public BakeAction files(String value) {");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bake-action@v7     | ci     | v7   | expected an action such as 'docker/bake-action@v7', not "
                        + "'bake-action@v7'",
                "docker/bake-action | ci     | v7   | expected an action such as 'docker/bake-action@v7', not "
                        + "'docker/bake-action'",
                "docker/bake@v7     | ci.new | v7   | --package needs the name of a package, such as 'ci.actions', "
                        + "not 'ci.new'",
                "docker/bake@v7     | ci     | v 7  | --release needs a version, such as 'v7.1.0', not 'v 7'",
                "docker/bake@v7     | ci     | v7   | no such file: 'action.yml'",
            })
    void refusesWhatItCannotUse(String action, String inside, String release, String message) {
        Ran ran = new Folder(root)
                .run("action-class", action, "--from", "action.yml", "--package", inside, "--release", release);
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains(message);
    }

    @Test
    void reportsAFileThatIsNoActions() throws IOException {
        Ran ran = new Folder(root)
                .write("action.yml", "inputs: {}\n")
                .run("action-class", "a/b@v1", "--from", "action.yml");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("action.yml:1:1: error: the key 'runs' is missing, so this is not an action");
    }
}
