package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the advice about a config takes from the repository, and what it says once only. */
class ConfigAdviceTest {
    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(strings = {"rust: {}\n", "repository: tern\nrust: {}\n", "repository: [tern]\nrust: {}\n"})
    void aRepositoryThatIsMissingOrWrongIsTheOneOfTheRemote(String config) throws IOException, InterruptedException {
        Folder folder = new Folder(root).write("slipway.yml", config);
        git("init", "--quiet");
        assertThat(folder.run("check").err()).doesNotContain("repository: ternproj");
        git("remote", "add", "origin", "git@github.com:ternproj/tern.git");
        assertThat(folder.run("check").err())
                .contains("write 'repository: ternproj/tern', the repository of the git remote");
    }

    @Test
    void aVersionThatIsNoCommitIsReportedOnceAtItsKey() throws IOException {
        Folder folder = new Folder(root)
                .write(
                        "slipway.yml",
                        Folder.CONFIG + "actions:\n  actions/checkout: v99\nci: { jobs: [lint, test] }\n");
        Ran ran = folder.run("generate");
        assertThat((ran.out() + ran.err()).lines().filter(line -> line.contains("v99") && line.contains("[")))
                .singleElement()
                .asString()
                .startsWith("slipway.yml:8:21: warning: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "linux: { container: 'debian:nosuch' } | slipway.yml:3:21: warning: unknown release in 'debian:nosuch'",
                "docker: { base: 'ubuntu:bookworn-slim' } | slipway.yml:3:17: warning: unknown release in 'ubuntu:bookworn-slim'",
                "docker: { base: 'debian:sid-slim' } |",
                "docker: { base: 'debian:14' } |",
                "docker: { base: 'debian:bookworm-20260101-slim' } |",
                "docker: { base: 'ghcr.io/me/debian:nosuch' } |",
            })
    void aReleaseThatNobodyHasHeardOfIsDoubted(String key, String warning) throws IOException {
        Folder folder = new Folder(root)
                .write("slipway.yml", "repository: a/b\nrust: {}\n" + key + "\ntargets: linux-amd64-musl\n");
        String err = folder.run("generate").err();
        if (warning == null) {
            assertThat(err).doesNotContain("no known release");
        } else {
            assertThat(err).contains(warning);
        }
    }

    private void git(String... words) throws IOException, InterruptedException {
        ProcessBuilder git = new ProcessBuilder("git").directory(root.toFile()).redirectErrorStream(true);
        git.command().addAll(java.util.List.of(words));
        assertThat(git.start().waitFor()).isZero();
    }
}
