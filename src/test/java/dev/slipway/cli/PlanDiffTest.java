package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a change of the config means for those who download. */
class PlanDiffTest {
    private static final String BEFORE = """
            name: tern
            repository: ternproj/tern
            rust: { toolchain: 1.94.0 }
            targets: [linux-amd64, macos-arm64]
            linux: { container: debian:bookworm }
            docker: { base: debian:bookworm-slim }
            """;

    @TempDir
    Path root;

    private Folder folder;
    private SampleRepository git;

    @BeforeEach
    void aRepositoryWithAConfigOnMain() throws IOException {
        folder = new Folder(root).write("slipway.yml", BEFORE);
        git = new SampleRepository(root).committed();
    }

    private void commit(String config) throws IOException {
        folder.write("slipway.yml", config);
        git.git("add", "-A").git("commit", "-q", "-m", "another config");
    }

    private String changed(String config, String... options) throws IOException {
        Ran ran = folder.plan(config, options);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        return ran.out();
    }

    @Test
    void aTargetMoreIsAPlatformMoreAndItsFiles() throws IOException {
        String text = changed(BEFORE.replace("macos-arm64]", "macos-arm64, windows-arm64]"), "--diff", "main");

        assertThat(text).isEqualTo("""
                Compared with main, the config adds windows-arm64 and 2 files.

                Platforms
                  + windows-arm64

                Files
                  + tern-v1.2.3-windows-arm64.zip
                  + tern-v1.2.3-windows-arm64.zip.sha256

                File names are those of the tag v1.2.3.
                """);
    }

    @Test
    void aConfigOfACommitExtendsTheFilesOfThatCommit() throws IOException {
        String config = BEFORE.replace("targets: [linux-amd64, macos-arm64]\n", "extends: shared/base.yml\n");
        folder.write("shared/base.yml", "targets: [linux-amd64, macos-arm64]\n");
        commit(config);
        folder.write("shared/base.yml", "targets: [linux-amd64, macos-arm64, windows-arm64]\n");

        assertThat(changed(config, "--diff", "main"))
                .startsWith("Compared with main, the config adds windows-arm64 and 2 files.");
    }

    @Test
    void anotherNameOfTheSameFileIsARenaming() throws IOException {
        String text =
                changed(BEFORE + "archive: { name: '{name}-{version}-{platform}' }\n", "v0.5.0", "--diff", "main");

        assertThat(text)
                .startsWith("Compared with main, the config renames 4 files.\n")
                .contains("  - tern-v0.5.0-linux-amd64.tar.gz\n    -> tern-0.5.0-linux-amd64.tar.gz\n")
                .doesNotContain("+");
    }

    @Test
    void anotherWordForTheSameMachinesIsNoOtherPlatform() throws IOException {
        String config = BEFORE.replace("macos-arm64]", "aarch64-apple-darwin]");
        assertThat(changed(config, "--diff", "main").lines().findFirst())
                .hasValue("Compared with main, the config renames macos-arm64 to aarch64-apple-darwin and 2 files.");
    }

    @Test
    void whatTheImageIsBuiltOnAndCalledIsSaid() throws IOException {
        String text = changed(
                BEFORE.replace(
                        "docker: { base: debian:bookworm-slim }",
                        "docker: { base: debian:trixie-slim, tags: ['{version}', latest, '{major}'] }"),
                "--diff",
                "main");

        assertThat(text.lines().findFirst())
                .hasValue("Compared with main, the config adds the image tag 1;"
                        + " removes image tags v1.2.3, 1.2 and sha-<commit>; changes the base of the image.");
        assertThat(text).contains("  - debian:bookworm-slim\n    -> debian:trixie-slim\n");
    }

    @Test
    void packagesAndProofsComeAndGo() throws IOException {
        commit(BEFORE + "packages: { deb: { maintainer: 'T <t@example.org>' } }\n");

        assertThat(changed(BEFORE + "attest: true\n", "--diff", "main"))
                .contains("removes", "the Debian package tern", "  - tern_1.2.3-1_amd64.deb".replace("-1", ""));
    }

    @Test
    void programsReadTheSame() throws IOException {
        String json = changed(BEFORE.replace("macos-arm64]", "macos-x86_64]"), "--diff", "main", "--format", "json");

        assertThat(json)
                .startsWith("{\n  \"version\": 1,\n  \"base\": \"main\",\n  \"tag\": \"v1.2.3\",\n")
                .contains("\"summary\": \"adds macos-x86_64 and 2 files; removes macos-arm64 and 2 files\"")
                .contains("""
                            {
                              "change": "removed",
                              "part": "platform",
                              "before": "macos-arm64"
                            }\
                        """);
    }

    @Test
    void nothingElseIsSaidWhereNothingChangesForThem() throws IOException {
        assertThat(changed(BEFORE + "ci: { branches: [main, next] }\n", "--diff", "main"))
                .isEqualTo("Compared with main, nothing changes for people who download.\n");
    }

    @Test
    void aFolderOrAFileIsABaseAsWell() throws IOException {
        folder.write("old/slipway.yml", BEFORE.replace(", macos-arm64]", "]"));

        String adds = "the config adds macos-arm64";
        assertThat(changed(BEFORE, "--diff", "old")).startsWith("Compared with old, " + adds);
        assertThat(changed(BEFORE, "--diff", "old/slipway.yml")).startsWith("Compared with old/slipway.yml, " + adds);
    }

    @Test
    void whereTheBaseHadNoConfigAllIsNew() throws IOException {
        Files.delete(root.resolve("slipway.yml"));
        git.git("add", "-A").git("commit", "-q", "-m", "none");

        assertThat(changed(BEFORE, "--diff", "HEAD"))
                .startsWith("Compared with HEAD, the config adds linux-amd64 and macos-arm64, 4 files"
                        + " and the image ghcr.io/ternproj/tern.\n");
    }

    @Test
    void whatTheConfigExtendsIsOfTheBaseAsWell() throws IOException {
        folder.write("shared.yml", "linux: { container: debian:bookworm }\n");
        String config = BEFORE.replace("linux: { container: debian:bookworm }", "extends: ./shared.yml");
        commit(config);
        folder.write("shared.yml", "linux: { container: debian:trixie }\n");

        assertThat(changed(config.replace("bookworm-slim", "trixie-slim"), "--diff", "main"))
                .contains("  - linux-amd64: needs glibc 2.36\n    -> linux-amd64: needs glibc 2.41\n");
    }

    @Test
    void anInvalidConfigOfTheBaseIsSaidToBeOfTheBase() throws IOException {
        commit(BEFORE + "nmae: x\n");

        Ran ran = folder.plan(BEFORE, "--diff", "main");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .startsWith("error: cannot compare with 'main': its config is invalid\nslipway.yml:7:1: error:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"origin/main", "--all", "HEAD:slipway.yml"})
    void aBaseThatIsNotThereIsSaidWithWhatToDo(String word) throws IOException {
        Ran ran = folder.plan(BEFORE, "--diff=" + word);

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .startsWith("error: '" + word + "' is not a config, a folder with a 'slipway.yml', or a commit")
                .contains("git fetch --depth=1 origin");
    }

    @Test
    void nothingCanBeFetchedOutsideOfGit(@TempDir Path plain) throws IOException {
        Ran ran = new Folder(plain).plan(BEFORE, "--diff", "main");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .startsWith("error: 'main' is not a config, a folder with a 'slipway.yml', or a commit of git")
                .doesNotContain("git fetch");
    }

    @Test
    void aPullRequestShowsItInTheSummaryAndAsANotice() throws IOException {
        folder.run("generate");
        git.git("add", "-A").git("commit", "-q", "-m", "generated");
        git.git("update-ref", "refs/remotes/origin/main", "HEAD");
        folder.write("slipway.yml", BEFORE.replace("macos-arm64]", "macos-arm64, windows-arm64]"));
        folder.run("generate");
        Path summary = root.resolve("summary.md");

        Ran ran = Ran.forPullRequest("main", summary, "-C", root.toString(), "check", "--format", "github");

        assertThat(ran).isEqualTo(new Ran(0, """
                ::notice file=slipway.yml,line=1,col=1,endColumn=2,title=slipway::compared with main: adds windows-arm64 and 2 files
                """, ""));
        assertThat(summary).content().isEqualTo("""
                ### Changes for people who download

                Compared with `main`, the config adds windows-arm64 and 2 files.

                |  | what | before | after |
                | --- | --- | --- | --- |
                | adds | platforms |  | `windows-arm64` |
                | adds | files |  | `tern-v1.2.3-windows-arm64.zip` |
                | adds | files |  | `tern-v1.2.3-windows-arm64.zip.sha256` |

                File names are those of the tag `v1.2.3`.
                """);
    }

    @Test
    void theMergeOfAPullRequestBringsItsBaseAlong() throws IOException {
        folder.run("generate");
        git.git("add", "-A").git("commit", "-q", "-m", "generated");
        git.git("switch", "-q", "-c", "topic");
        folder.write("slipway.yml", BEFORE.replace(", macos-arm64]", "]"));
        folder.run("generate");
        git.git("add", "-A").git("commit", "-q", "-m", "fewer");
        git.git("switch", "-q", "main").git("merge", "-q", "--no-ff", "--no-edit", "topic");

        Ran ran = Ran.forPullRequest(
                "main", root.resolve("summary.md"), "-C", root.toString(), "check", "--format", "github");

        assertThat(ran.out()).contains("compared with main: removes macos-arm64");
    }

    @Test
    void aCheckoutOfOneCommitIsToldWhatItLacks() throws IOException {
        folder.run("generate");

        Ran ran = Ran.forPullRequest(
                "main", root.resolve("summary.md"), "-C", root.toString(), "check", "--format", "github");

        assertThat(ran).isEqualTo(new Ran(0, "", """
                note: changes for people who download are not shown: git has no commit of 'main'
                  set 'fetch-depth: 2' for actions/checkout
                """));
    }

    @Test
    void aBaseWithAnInvalidConfigFailsNoCheck() throws IOException {
        commit(BEFORE + "nmae: x\n");
        git.git("update-ref", "refs/remotes/origin/main", "HEAD");
        folder.write("slipway.yml", BEFORE).run("generate");

        Ran ran = Ran.forPullRequest(
                "main", root.resolve("summary.md"), "-C", root.toString(), "check", "--format", "github");

        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).contains("the config of 'main' is invalid: unknown key 'nmae'");
    }
}
