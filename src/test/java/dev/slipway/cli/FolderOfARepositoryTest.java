package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands in a folder of a repository: GitHub reads workflows only at its root. */
class FolderOfARepositoryTest {
    private static final String RELEASE = ".github/workflows/release-and-publish-crates-kelp.yml";

    @TempDir
    Path root;

    private Folder kelp;

    @BeforeEach
    void twoPackages() {
        SampleRepository repository =
                new SampleRepository(root).file("Cargo.toml", "[workspace]\nmembers = [\"crates/*\"]\n");
        for (String name : new String[] {"kelp", "tide"}) {
            repository
                    .file(
                            "crates/" + name + "/Cargo.toml",
                            "[package]\nname = \"" + name + "-cli\"\nversion = \"0.1.0\"\n")
                    .file("crates/" + name + "/src/main.rs", "fn main() {}\n");
        }
        repository.file("Cargo.lock", "version = 4\n").committed().origin("https://github.com/acme/sea");
        kelp = new Folder(root.resolve("crates/kelp"));
    }

    @Test
    void initWritesTheConfigInTheFolderAndTheWorkflowsAtTheRoot() throws Exception {
        Ran ran = kelp.run("init", "--date", "2026-11-23");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(kelp.read("slipway.yml"))
                .contains(
                        "name: kelp-cli\n", "tag: kelp-cli-v*\n", "package: kelp-cli", "image: ghcr.io/acme/kelp-cli");
        assertThat(root.resolve(RELEASE)).exists();
        assertThat(root.resolve("crates/kelp/.github")).doesNotExist();
        assertThat(root.resolve("crates/kelp/.slipway")).doesNotExist();
    }

    @Test
    void aCrateThatNoWorkspaceAtTheRootHasNeedsACommand(@TempDir Path other) throws Exception {
        new SampleRepository(other)
                .file("tools/kelp/Cargo.toml", "[package]\nname = \"kelp\"\nversion = \"0.1.0\"\n")
                .file("tools/kelp/src/main.rs", "fn main() {}\n")
                .committed()
                .origin("https://github.com/acme/sea");
        Ran ran = new Folder(other.resolve("tools/kelp")).run("init", "--dry-run");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("folders were searched too, except those of tools, tests, examples and docs");
    }

    @Test
    void theTagsOfAFolderAreThoseThatNameItsPackage() throws Exception {
        new SampleRepository(root)
                .git("tag", "v3.0.0")
                .git("tag", "kelp-cli/v1.0.0")
                .git("tag", "tide-cli@2.0.0");
        Ran ran = kelp.run("init", "--dry-run", "--date", "2026-11-23");
        assertThat(ran.out()).contains("\ntag: kelp-cli/v*\n");
        assertThat(ran.err()).contains("from git tag kelp-cli/v1.0.0", "there are tags such as 'kelp-cli/v1.0.0'");
        Folder tide = new Folder(root.resolve("crates/tide"));
        assertThat(tide.run("init", "--dry-run", "--date", "2026-11-23").out()).contains("\ntag: tide-cli@*\n");
    }

    @Test
    void projectsInSeveralFoldersWorkSideBySide() {
        Folder tide = new Folder(root.resolve("crates/tide"));
        assertThat(kelp.run("init", "--date", "2026-11-23").exit()).isZero();
        assertThat(tide.run("init", "--date", "2026-11-23").exit()).isZero();

        assertThat(kelp.run("generate").out()).isEqualTo("4 files are current\n");
        assertThat(new Folder(root).run("check").out())
                .isEqualTo("crates/kelp/slipway.yml:\n4 files are current\n\n"
                        + "crates/tide/slipway.yml:\n4 files are current\n\n");
        assertThat(new Folder(root.resolve("crates/tide/src"))
                        .run("plan", "tide-cli-v1.0.0")
                        .out())
                .startsWith("Pushing the tag tide-cli-v1.0.0 to acme/sea");
    }

    @Test
    void aFolderThatIsNoProjectMeansTheRepository() throws Exception {
        Ran ran = new Folder(root.resolve("crates/kelp/src")).run("init", "--date", "2026-11-23");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(root.resolve("slipway.yml")).exists();
        assertThat(root.resolve(".github/workflows/release-and-publish.yml")).exists();
    }

    @Test
    void generatedFilesInAFolderStayAndTheWarningSaysThatGitHubDoesNotReadThem() throws Exception {
        kelp.write("slipway.yml", Folder.CONFIG);
        Files.createDirectories(root.resolve("crates/kelp/.slipway"));
        Ran ran = kelp.run("generate");
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).contains("GitHub reads no workflows below crates/kelp", "delete crates/kelp/.slipway");
        assertThat(root.resolve("crates/kelp/.github/workflows/ci.yml")).exists();
    }

    @Test
    void namesOfAnotherPackageAreNotTakenOver() throws Exception {
        new SampleRepository(root).file(".github/workflows/release.yml", """
                on: { push: { tags: ['v*'] } }
                jobs:
                  ship:
                    runs-on: ubuntu-latest
                    steps:
                      - run: cargo build --release --target x86_64-unknown-linux-musl --package tide-cli
                      - run: tar czf tide-cli-x86_64-unknown-linux-musl.tar.gz -C target/x86_64-unknown-linux-musl/release tide-cli
                      - uses: softprops/action-gh-release@v2
                        with: { files: 'tide-cli-*.tar.gz' }
                """);
        Ran ran = kelp.run("init", "--dry-run", "--date", "2026-11-23");
        assertThat(ran.out())
                .contains("targets: [x86_64-unknown-linux-musl]", "archive: { name: \"{name}-{version}-{platform}\" }");
        assertThat(ran.err())
                .contains("found no whole name of a released file of this project")
                .doesNotContain("tide-cli-x86_64-unknown-linux-musl.tar.gz");

        Ran tide = new Folder(root.resolve("crates/tide")).run("init", "--dry-run", "--date", "2026-11-23");
        assertThat(tide.out()).contains("archive: { name: \"{name}-{platform}\"");
    }

    @Test
    void aPackageThatIsCalledOtherwiseThanItsFilesKeepsTheirNames() throws Exception {
        new SampleRepository(root)
                .file("crates/tide/src/bin/waves.rs", "fn main() {}\n")
                .file(".github/workflows/release.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs:
                          ship:
                            runs-on: ubuntu-latest
                            steps:
                              - run: cargo build --release --target x86_64-unknown-linux-musl --bin waves
                              - run: tar czf waves-x86_64-unknown-linux-musl.tar.gz -C target/x86_64-unknown-linux-musl/release waves
                              - uses: softprops/action-gh-release@v2
                                with: { files: 'waves-*.tar.gz' }
                        """);
        Ran tide = new Folder(root.resolve("crates/tide")).run("init", "--dry-run", "--date", "2026-11-23");
        assertThat(tide.out()).contains("name: tide-cli\n").contains("archive: { name: \"waves-{platform}\"");
    }
}
