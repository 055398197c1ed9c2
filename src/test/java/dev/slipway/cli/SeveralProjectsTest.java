package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two projects in one repository: each has its files, its tags and its verdicts. */
class SeveralProjectsTest {
    private static final String ALPHA = """
            name: alpha
            repository: acme/tools
            tag: alpha-v*
            rust: { toolchain: 1.94.0, package: alpha }
            targets: [linux-amd64]
            linux: { container: debian:bookworm }
            docker: { base: debian:bookworm-slim, image: ghcr.io/acme/alpha }
            packages: { installers: [shell] }
            ci: { jobs: [test, gate] }
            """;
    private static final String BETA = ALPHA.replace("alpha", "beta");
    private static final String RELEASE = ".github/workflows/release-and-publish.yml";
    private static final String BETA_RELEASE = ".github/workflows/release-and-publish-beta.yml";

    @TempDir
    Path root;

    private Folder folder;

    @BeforeEach
    void twoConfigs() throws IOException {
        folder = new Folder(root).write("slipway.yml", ALPHA).write("beta.yml", BETA);
        assertThat(folder.run("generate").exit()).isZero();
        assertThat(folder.run("generate", "--config", "beta.yml").exit()).isZero();
    }

    private List<String> files() throws IOException {
        try (var walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void eachHasFilesOfItsName() throws IOException {
        assertThat(files())
                .containsExactly(
                        ".dockerignore",
                        ".github/workflows/ci-beta.yml",
                        ".github/workflows/ci.yml",
                        BETA_RELEASE,
                        RELEASE,
                        ".slipway/manifest.beta.json",
                        ".slipway/manifest.json",
                        ".slipway/packages/alpha-installer.sh",
                        ".slipway/packages/beta/beta-installer.sh",
                        "Dockerfile",
                        "Dockerfile.beta",
                        "Dockerfile.beta.dockerignore",
                        "beta.yml",
                        "slipway.yml");
        assertThat(folder.read(BETA_RELEASE))
                .contains(
                        "\nname: Release beta\n",
                        "  group: release-beta-${{ github.ref }}\n",
                        "          file: Dockerfile.beta\n",
                        "fill_in repository/.slipway/packages/beta/beta-installer.sh ")
                .doesNotContain("alpha");
        assertThat(folder.read(".github/workflows/ci-beta.yml"))
                .contains("\nname: CI beta\n", "  group: ci-beta-${{ github.ref }}\n", "    name: All green beta\n");
        assertThat(folder.read(RELEASE)).contains("\nname: Release\n").doesNotContain("beta");
    }

    @Test
    void aTagStartsTheReleaseOfItsProjectAlone() throws IOException {
        assertThat(folder.read(RELEASE)).contains("    tags: ['alpha-v*']\n");
        assertThat(folder.read(BETA_RELEASE)).contains("    tags: ['beta-v*']\n");

        Ran plan = folder.run("plan", "beta-v2.0.0");
        assertThat(plan.out())
                .startsWith("Pushing the tag beta-v2.0.0 to acme/tools")
                .doesNotContain("alpha");
        assertThat(folder.run("plan", "alpha-v1.0.0", "--format", "json").out())
                .startsWith("{\n  \"version\"")
                .contains("ghcr.io/acme/alpha");
        Ran none = folder.run("plan", "v1.0.0");
        assertThat(none.exit()).isOne();
        assertThat(none.err()).isEqualTo("""
                error: pushing 'v1.0.0' starts no release
                  push a tag such as 'alpha-v1.2.3' of slipway.yml, or 'beta-v1.2.3' of beta.yml
                """);
    }

    @Test
    void bothAreGeneratedAgainWithoutAChange() throws IOException {
        List<String> before = files();
        assertThat(folder.run("generate").out()).isEqualTo("""
                slipway.yml:
                5 files are current

                beta.yml:
                5 files are current

                """);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void checkShowsBothAndOneAloneIfAsked() throws IOException {
        assertThat(folder.run("check"))
                .isEqualTo(new Ran(0, "slipway.yml:\n5 files are current\n\nbeta.yml:\n5 files are current\n\n", ""));
        folder.write("Dockerfile.beta", folder.read("Dockerfile.beta") + "EXPOSE 80\n");

        Ran both = folder.run("check");
        assertThat(both.exit()).isOne();
        assertThat(both.out()).startsWith("""
                slipway.yml:
                5 files are current

                beta.yml:
                edited by hand  Dockerfile.beta
                """);
        assertThat(folder.run("check", "--config", "slipway.yml")).isEqualTo(new Ran(0, "5 files are current\n", ""));
        assertThat(folder.run("check", "--config", "beta.yml").out()).startsWith("edited by hand  Dockerfile.beta\n");
    }

    @Test
    void oneThatIsInvalidHidesNoOther() throws IOException {
        folder.write("slipway.yml", ALPHA + "nmae: x\n").write("Dockerfile.beta", "FROM scratch\n");

        Ran text = folder.run("check");
        assertThat(text.exit()).isEqualTo(2);
        assertThat(text.err()).contains("slipway.yml:10:1: error: unknown key 'nmae'");
        assertThat(text.out()).startsWith("beta.yml:\nedited by hand  Dockerfile.beta\n");

        JsonNode json = read(folder.run("check", "--format", "json"));
        assertThat(json.at("/projects/0/report/findings/0/message").asString()).isEqualTo("unknown key 'nmae'");
        assertThat(json.at("/projects/1/config").asString()).isEqualTo("beta.yml");
        assertThat(json.at("/projects/1/report/clean").asBoolean()).isFalse();

        JsonNode sarif = read(folder.run("check", "--format", "sarif"));
        assertThat(sarif.at("/runs").size()).isOne();
        assertThat(sarif.at("/runs/0/results")
                        .valueStream()
                        .map(it -> it.at("/ruleId").asString()))
                .containsExactly("edited", "config");
    }

    @Test
    void oneThatIsNoTextHidesNoOther() throws IOException {
        Files.write(root.resolve("slipway.yml"), new byte[] {(byte) 0xFF});

        Ran ran = folder.run("check");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("slipway.yml:1:1: error: byte 0xFF is not UTF-8");
        assertThat(ran.out()).isEqualTo("beta.yml:\n5 files are current\n\n");
    }

    private static JsonNode read(Ran ran) {
        return JsonMapper.shared().readTree(ran.out());
    }

    @Test
    void otherCommandsSpeakOfBoth() throws IOException {
        assertThat(folder.run("plan").out()).contains("slipway.yml:\n", "beta.yml:\n", "alpha-v1.2.3", "beta-v1.2.3");
        assertThat(read(folder.run("plan", "--format", "json")).at("/projects").size())
                .isEqualTo(2);
        assertThat(folder.run("graph").out()).contains("slipway.yml:\n", "beta.yml:\n");
        assertThat(read(folder.run("doctor", "--format", "json"))
                        .at("/projects")
                        .size())
                .isEqualTo(2);
        assertThat(folder.run("lint").out()).isEqualTo("no findings in 8 files\n");
    }

    @Test
    void noneIsToldThatAnotherReleasesAtItsTags() throws IOException, InterruptedException {
        for (List<String> words : List.of(
                List.of("init", "-q"),
                List.of("add", "."),
                List.of("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "Start"),
                List.of("tag", "alpha-v1.0.0"),
                List.of("tag", "beta-v2.0.0"))) {
            ProcessBuilder git = new ProcessBuilder("git").directory(root.toFile());
            git.command().addAll(words);
            assertThat(git.start().waitFor()).isZero();
        }
        assertThat(folder.run("doctor").out()).doesNotContain("second-release");

        folder.write("beta.yml", BETA + "release: { trigger: dispatch }\n");
        assertThat(folder.run("generate", "--config", "beta.yml").exit()).isZero();
        assertThat(folder.run("doctor", "--config", "slipway.yml").out()).doesNotContain("second-release");
    }

    @Test
    void aTagOfBothIsNobodys() throws IOException {
        folder.write("slipway.yml", ALPHA.replace("alpha-v*", "'*'"));

        Ran ran = folder.run("generate");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .contains(
                        "slipway.yml:3:6: error: the tag 'beta-v1.2.3' would start the release of beta.yml:3 too",
                        "beta.yml:3:6: error: the tag 'beta-v1.2.3' would start the release of slipway.yml:3 too");
        assertThat(folder.run("generate", "--config", "beta.yml").exit()).isEqualTo(2);
        assertThat(folder.read(RELEASE)).contains("alpha-v*");

        folder.write("slipway.yml", ALPHA.replace("tag: alpha-v*\n", ""));
        assertThat(folder.run("generate").exit()).isZero();
    }

    @Test
    void anImageOrAPageOfBothIsNobodys() throws IOException {
        folder.write("slipway.yml", ALPHA + "docs: { release: docs/RELEASING.md }\n")
                .write("beta.yml", BETA.replace("acme/beta", "acme/alpha") + "docs: { release: docs/releasing.md }\n");

        Ran ran = folder.run("generate", "--config", "beta.yml");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .contains(
                        "beta.yml:7:9: error: the image 'ghcr.io/acme/alpha' is pushed by slipway.yml:7 too",
                        "beta.yml:10:18: error: 'docs/releasing.md' is the page of slipway.yml:10 too");
    }

    @Test
    void aDockerfileElsewhereHasAnIgnoreFileOfItsOwnAndOneOwner() throws IOException {
        String file = "docker: { file: build/Dockerfile, ";
        folder.write("slipway.yml", ALPHA.replace("docker: { ", file));
        assertThat(folder.run("generate").exit()).isZero();
        assertThat(files())
                .contains("build/Dockerfile", "build/Dockerfile.dockerignore")
                .doesNotContain("Dockerfile", ".dockerignore");
        assertThat(folder.read(RELEASE)).contains("          file: build/Dockerfile\n");
        assertThat(folder.run("lint").exit()).isZero();

        folder.write("beta.yml", BETA.replace("docker: { ", file));
        assertThat(folder.run("check", "--config", "beta.yml").err())
                .contains("beta.yml:7:17: error: 'build/Dockerfile' is a Dockerfile of slipway.yml:7 too");
    }

    @Test
    void twoConfigsOfOneWordAreRefused() throws IOException {
        folder.write("slipway.beta.yml", BETA.replace("beta-v*", "beta-next-*"));
        Ran ran = folder.run("generate", "--config", "slipway.beta.yml");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .contains(
                        "the workflows of beta.yml have the same names, such as 'release-and-publish-beta.yml'",
                        "the image 'ghcr.io/acme/beta' is pushed by beta.yml:7 too");
        assertThat(folder.read(BETA_RELEASE)).contains("tags: ['beta-v*']");

        Files.delete(root.resolve("beta.yml")); // renamed, it goes on with the same files
        assertThat(folder.run("generate").exit()).isZero();
        assertThat(folder.read(BETA_RELEASE)).contains("from slipway.beta.yml.", "tags: ['beta-next-*']");
        assertThat(folder.run("check").out())
                .contains("slipway.beta.yml:\n5 files are current\n")
                .doesNotContain("gone");
    }

    @Test
    void aFileOfAnotherConfigIsForeign() throws IOException {
        folder.write("slipway.yml", ALPHA + "docs: { release: docs/releasing.md }\n");
        assertThat(folder.run("generate").exit()).isZero();
        String page = folder.read("docs/releasing.md");
        folder.write("slipway.yml", ALPHA).write("beta.yml", BETA + "docs: { release: docs/releasing.md }\n");

        Ran refused = folder.run("generate", "--config", "beta.yml");
        assertThat(refused.exit()).isOne();
        assertThat(refused.err())
                .startsWith("error: docs/releasing.md is made from slipway.yml; nothing was written\n");
        assertThat(folder.run("check", "--config", "beta.yml").out())
                .startsWith("foreign  docs/releasing.md: made from slipway.yml\n");
        assertThat(folder.read("docs/releasing.md")).isEqualTo(page);

        // taken over by force, it is no orphan of the first any more
        assertThat(folder.run("generate", "--config", "beta.yml", "--force").exit())
                .isZero();
        assertThat(folder.run("generate").exit()).isZero();
        assertThat(folder.read("docs/releasing.md")).contains("from beta.yml.");
        assertThat(folder.run("check").exit()).isZero();
    }

    @Test
    void whatARemovedConfigLeavesIsAnOrphan() throws IOException {
        Files.delete(root.resolve("beta.yml"));

        Ran check = folder.run("check");
        assertThat(check.exit()).isOne();
        assertThat(check.out())
                .startsWith("slipway.yml:\n5 files are current\n\nbeta.yml (gone):\n")
                .contains("orphan  " + BETA_RELEASE);
        assertThat(folder.run("generate").exit()).isZero();
        assertThat(files()).noneMatch(file -> file.contains("beta")).hasSize(7);
        assertThat(folder.run("check")).isEqualTo(new Ran(0, "5 files are current\n", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "slipway.$(id).yml",
                "slipway.`id`.yml",
                "slipway.it's.yml",
                "slipway.${{ github.token }}.yml",
                "slipway.a;b.yml",
                "slipway.a\nb.yml"
            })
    @DisabledOnOs(OS.WINDOWS)
    void aConfigWhosePathAShellWouldReadIsRefused(String name) throws IOException {
        folder.write(name, ALPHA.replace("alpha", "gamma"));

        Ran ran = folder.run("generate");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("has characters that a shell or YAML may interpret");
        assertThat(files()).filteredOn(file -> file.startsWith(".github/")).hasSize(4);
    }

    @Test
    void aConfigWithABlankInItsPathIsOneWordOfTheCommandThatChecksIt() throws IOException {
        folder.write("tools/my app.yml", ALPHA.replace("alpha", "gamma").replace("[test, gate]", "[generated-files]"));

        assertThat(folder.run("generate", "--config", "tools/my app.yml").exit())
                .isZero();
        assertThat(folder.read(".github/workflows/ci-tools-my-app.yml"))
                .contains("slipway --config 'tools/my app.yml' check");
    }

    @Test
    void aConfigThatIsNotThereIsStillAnErrorWhereItIsAskedFor() {
        assertThat(folder.run("check", "--config", "gamma.yml").exit()).isEqualTo(2);
    }

    @Test
    void initLearnsNothingFromTheFilesOfAnotherProject() throws IOException {
        folder.write(
                        "Cargo.toml",
                        "[package]\nname = \"gamma\"\nversion = \"1.0.0\"\nrepository = \"https://github.com/acme/tools\"\n")
                .write("src/main.rs", "fn main() {}\n");

        Ran ran = folder.run("init", "--dry-run", "--config", "slipway.gamma.yml");
        assertThat(ran.out()).contains("bins: [gamma]").doesNotContain("alpha", "beta");
        Ran own = folder.run("init", "--dry-run", "--config", "slipway.beta.yml");
        assertThat(own.out()).doesNotContain("alpha", "beta-v*", "ghcr.io/acme/beta");
        assertThat(own.err())
                .contains("nothing was read from files that Slipway generated: ")
                .contains("beta");
    }
}
