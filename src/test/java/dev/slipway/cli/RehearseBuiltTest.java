package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Version;
import dev.slipway.run.example.ExampleProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Rehearses with artifacts that were built elsewhere. */
@DisabledOnOs(OS.WINDOWS)
@Tag("once")
class RehearseBuiltTest {
    private static final List<String> PLATFORMS = List.of("linux-amd64-musl", "linux-arm64", "macos-arm64");

    @TempDir
    private Path root;

    private Path built;
    private Path project;

    @BeforeEach
    void everyTargetWasBuilt() throws IOException {
        built = root.resolve("built");
        for (String platform : PLATFORMS) {
            artifact("otto-" + platform, "otto", "a program for " + platform);
        }
        project = ExampleProject.of("full-ci").in(root.resolve("project"));
    }

    private void artifact(String name, String file, String text) throws IOException {
        Path path = built.resolve(name).resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private Ran rehearse(String... more) {
        String[] all = new String[more.length + 4];
        System.arraycopy(new String[] {"rehearse", "v1.3.0", "--built", built.toString()}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        return new Folder(project).run(all);
    }

    private String program(String platform) throws Exception {
        Path archive = project.resolve(".slipway/rehearsal/github/releases");
        try (var files = Files.walk(archive)) {
            Path found = files.filter(file -> file.endsWith("otto-v1.3.0-" + platform + ".tar.gz"))
                    .findFirst()
                    .orElseThrow();
            Path there = Files.createDirectory(root.resolve(platform));
            Process tar = new ProcessBuilder("tar", "-xzf", found.toString(), "-C", there.toString())
                    .inheritIO()
                    .start();
            assertThat(tar.waitFor()).isZero();
            Path program = there.resolve("otto");
            assertThat(program).isExecutable();
            return Files.readString(program);
        }
    }

    @Test
    void everythingBehindTheBuildsRunsWithWhatTheyMade() throws Exception {
        Ran ran = rehearse();
        assertThat(ran.out())
                .as(ran.err())
                .contains("As planned.")
                .contains("  Build macos-arm64: built elsewhere, in the artifact otto-macos-arm64\n")
                .doesNotContain("was built for this machine");
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).contains("  ok  Upload the programs").doesNotContain("Install build tools", "  Build  ");
        for (String platform : PLATFORMS) {
            assertThat(program(platform)).isEqualTo("a program for " + platform);
        }
    }

    @Test
    void aProgramThatIsNotInItsArtifactStopsTheRelease() throws IOException {
        Files.move(built.resolve("otto-macos-arm64/otto"), built.resolve("otto-macos-arm64/other"));
        Ran ran = rehearse();
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("the artifact 'otto-macos-arm64' has no program 'otto'");
    }

    @Test
    void anArtifactWithoutAFileIsNone() throws IOException {
        Files.delete(built.resolve("otto-linux-arm64/otto"));
        Ran ran = rehearse("--job", "build-linux");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("the folder of the artifact 'otto-linux-arm64' has no file");
    }

    @Test
    void whatNoJobUploadsIsSaid() throws IOException {
        artifact("coverage", "lcov.info", "");
        assertThat(rehearse().out()).contains("As planned.", "no job uploads an artifact 'coverage'");
    }

    /** Of the builds nothing but what they hand over is needed to see that the jobs of CI fit together. */
    @Test
    void theCiThatRehearsesCanBeRehearsedItself() {
        Ran ran = new Folder(project)
                .run(
                        "rehearse",
                        "--workflow",
                        ".github/workflows/ci.yml",
                        "--event",
                        "pull_request",
                        "--ref",
                        "refs/heads/main",
                        "--job",
                        "rehearse",
                        "--job",
                        "generated-files",
                        "--built",
                        built.toString());
        assertThat(ran.out())
                .as(ran.err())
                .contains("Every job succeeded.")
                .contains("  generated-files: would run 'slipway check --format github'\n")
                .containsPattern("  rehearse: would run 'slipway rehearse v1\\.2\\.1 --built .*/built'\n");
        assertThat(project.resolve(".slipway/rehearsal/logs/rehearse-1.log"))
                .content()
                .contains("slipway-v" + Version.current() + "-linux-amd64.tar.gz: OK");
    }

    @Test
    void aFolderHasToHoldFolders() throws IOException {
        Files.createDirectory(root.resolve("empty"));
        Folder folder = new Folder(project);
        assertThat(folder.run("rehearse", "--built", "../empty").err())
                .contains("has no folder for an artifact: download artifacts without merging them");
        Ran ran = folder.run("rehearse", "--built", "../nowhere");
        assertThat(ran.err()).contains("no such directory: '");
        assertThat(ran.exit()).isEqualTo(2);
    }
}
