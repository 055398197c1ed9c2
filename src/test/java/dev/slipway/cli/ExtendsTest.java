package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A config that extends others: what each command makes of it, and where it finds what is wrong. */
class ExtendsTest {
    private static final String RELEASE = ".github/workflows/release-and-publish.yml";
    private static final String CONFIG = """
            extends: ./shared/slipway.base.yml
            name: otto
            repository: otto-rs/otto
            linux: { packages: [pkg-config] }
            """;
    private static final String BASE = """
            # what all our tools have in common
            license: MIT
            rust: { toolchain: 1.94.0 }
            targets: [linux-amd64, linux-arm64]
            linux:
              container: debian:bookworm
            docker: { base: debian:bookworm-slim }
            """;

    @TempDir
    Path root;

    private Folder folder;

    @BeforeEach
    void twoFiles() throws IOException {
        folder = new Folder(root).write("slipway.yml", CONFIG).write("shared/slipway.base.yml", BASE);
    }

    @Test
    void generatesWhatOneConfigWithAllKeysDoes() throws IOException {
        assertThat(folder.run("generate").exit()).isZero();
        String release = folder.read(RELEASE);
        folder.write(
                "slipway.yml",
                BASE.replace("container: debian:bookworm", "container: debian:bookworm\n  packages: [pkg-config]")
                        + "name: otto\nrepository: otto-rs/otto\n");
        Ran same = folder.run("check");
        assertThat(same.exit()).as(same.out()).isZero();
        assertThat(release).contains("pkg-config").contains("debian:bookworm").contains("licenses=MIT");
    }

    @Test
    void itsOwnValuesWin() throws IOException {
        folder.write("slipway.yml", CONFIG + "license: Apache-2.0\ntargets: [linux-amd64]\ndocker: false\n");
        assertThat(folder.run("generate").exit()).isZero();
        assertThat(folder.read(RELEASE)).doesNotContain("arm64");
        assertThat(root.resolve("Dockerfile")).doesNotExist();
    }

    @Test
    void aChangedBaseIsDrift() throws IOException {
        folder.run("generate");
        assertThat(folder.run("check").exit()).isZero();
        folder.write("shared/slipway.base.yml", BASE.replace("1.94.0", "1.95.0"));
        Ran check = folder.run("check");
        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.out()).contains("1.95.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"generate", "check", "plan", "graph", "doctor"})
    void everyCommandNamesTheFileThatAMistakeIsIn(String command) throws IOException {
        folder.write("slipway.yml", CONFIG + "lincense: MIT\n")
                .write("shared/slipway.base.yml", BASE.replace("container:", "contaner:"));
        Ran ran = folder.run(command);
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo("""
                shared/slipway.base.yml:6:3: error: unknown key 'contaner' [config]
                  contaner: debian:bookworm
                  ^~~~~~~~
                help: did you mean 'container'?
                slipway.yml:5:1: error: unknown key 'lincense' [config]
                lincense: MIT
                ^~~~~~~~
                help: did you mean 'license'?
                2 errors
                note: the generated files were not checked; fix the config first
                """);
    }

    @Test
    void whatIsMissingIsMissingInTheConfig() throws IOException {
        folder.write("slipway.yml", "extends: ./shared/slipway.base.yml\n");
        Ran ran = folder.run("check");
        assertThat(ran.err()).contains("slipway.yml:1:1: error: the key 'repository' is missing");
    }

    @Test
    void aMistakeInAJobOfTheBaseIsShownThere() throws IOException {
        folder.write("shared/slipway.base.yml", BASE + """
                jobs:
                  announce:
                    needs: release
                    runs-on: ubuntu-latest
                    steps:
                      - run: echo ${{ matrix.none }} ${{ steps.none.outputs.a }}
                """);
        Ran ran = folder.run("check");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("shared/slipway.base.yml:13:").contains("      - run: echo");
    }

    @Test
    void aRetiredRunnerIsFoundInTheBase() throws IOException {
        folder.write("shared/slipway.base.yml", BASE + "macos: { runner: macos-12 }\n")
                .write("slipway.yml", CONFIG + "targets: [linux-amd64, macos-arm64]\n");
        Ran ran = folder.run("check", "--format", "json");
        assertThat(ran.exit()).as(ran.out()).isEqualTo(1);
        JsonNode finding =
                JsonMapper.shared().readTree(ran.out()).get("findings").get(0);
        assertThat(finding.get("file").asString()).isEqualTo("shared/slipway.base.yml");
        assertThat(finding.get("line").asInt()).isEqualTo(8);
    }

    @Test
    void levelsAndListsAreRead() throws IOException {
        folder.write("slipway.yml", CONFIG.replace("./shared/slipway.base.yml", "[shared/a.yml, shared/deep/b.yaml]"))
                .write("shared/a.yml", "license: MIT\ndescription: of a\n")
                .write("shared/deep/b.yaml", "extends: ../slipway.base.yml\ndescription: of b\n");
        assertThat(folder.run("generate").exit()).isZero();
        assertThat(folder.read(RELEASE)).contains("licenses=MIT").contains("description=of b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "./shared/none.yml | no such file: 'shared/none.yml'",
                "./slipway.yml | 'slipway.yml' extends itself",
                "../../../../../../../../../../../../etc/passwd.yml | is outside of the repository",
                "./shared | invalid path './shared'",
                "/etc/passwd.yml | invalid path '/etc/passwd.yml'",
                "https://example.org/base.yml | invalid path 'https://example.org/base.yml'",
                "acme/shared | invalid path 'acme/shared'",
                "shared\\base.yml | the path 'shared\\base.yml' has backslashes",
                "{ file: a.yml } | expected a list of paths, found a mapping",
                "[] | the list of paths is empty",
                "5 | invalid path '5'",
                "folder.yml | 'folder.yml' is a directory, not a file",
                ".git/x.yml | invalid path '.git/x.yml'",
            })
    void saysAtTheKeyWhatCannotBeExtended(String value, String message) throws IOException {
        Files.createDirectories(root.resolve("folder.yml"));
        folder.write("slipway.yml", CONFIG.replace("./shared/slipway.base.yml", value));
        Ran ran = folder.run("check");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .startsWith("slipway.yml:1:10: error: ")
                .contains(message)
                .contains("\n1 error\n");
    }

    @Test
    void aCircleIsAnErrorWhereItCloses() throws IOException {
        folder.write("shared/slipway.base.yml", BASE + "extends: other.yml\n")
                .write("shared/other.yml", "license: MIT\nextends: [../shared/slipway.base.yml]\n");
        Ran ran = folder.run("check");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .startsWith("shared/other.yml:2:11: error: 'shared/slipway.base.yml' extends itself: "
                        + "shared/slipway.base.yml → shared/other.yml → shared/slipway.base.yml");
    }

    @Test
    void filesThatExtendTwoEachAreNotReadAThousandTimes() throws IOException {
        folder.write("slipway.yml", CONFIG.replaceFirst(".*\n", "extends: [1.yml, 1b.yml]\n"));
        for (int i = 1; i < 12; i++) {
            String next = "extends: [" + (i + 1) + ".yml, " + (i + 1) + "b.yml]\n";
            folder.write(i + ".yml", next).write(i + "b.yml", next);
        }
        folder.write("12.yml", BASE).write("12b.yml", BASE);
        Ran ran = folder.run("check");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("error: the config extends more than 15 files");
    }

    @Test
    void theFifteenthBaseIsReadAndTheNextIsNot() throws IOException {
        folder.write("slipway.yml", CONFIG.replaceFirst(".*\n", "extends: 1.yml\n"));
        for (int i = 1; i < 15; i++) {
            folder.write(i + ".yml", "extends: " + (i + 1) + ".yml\n");
        }
        folder.write("15.yml", BASE).write("16.yml", "license: MIT\n");
        assertThat(folder.run("generate").exit()).isZero();
        folder.write("15.yml", "extends: 16.yml\n" + BASE);
        Ran ran = folder.run("generate");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).startsWith("15.yml:1:10: error: the config extends more than 15 files");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: [ | shared/slipway.base.yml:1:",
                "- a | shared/slipway.base.yml:1:1: error: expected a mapping, found a list",
                "'' | shared/slipway.base.yml:1:1: error: expected a mapping, found nothing",
            })
    void aBaseThatIsNoneIsShownThere(String text, String message) throws IOException {
        folder.write("shared/slipway.base.yml", text);
        Ran ran = folder.run("check");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).startsWith(message);
    }

    @Test
    void aNameIsNotInherited() throws IOException {
        folder.write("shared/slipway.base.yml", BASE + "name: ours\n");
        assertThat(folder.run("plan").exit())
                .as("the config has one of its own")
                .isZero();
        folder.write("slipway.yml", CONFIG.replace("name: otto\n", ""));
        Ran ran = folder.run("plan");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).startsWith("shared/slipway.base.yml:8:1: error: 'name' cannot be inherited");
    }

    @Test
    void aBaseBesideTheConfigsIsNoProject() throws IOException {
        String config = "extends: slipway.base.yml\nrepository: acme/tools\n";
        Files.delete(root.resolve("slipway.yml"));
        folder.write("slipway.base.yml", BASE.replace("docker: { base: debian:bookworm-slim }\n", ""))
                .write("slipway.alpha.yml", config + "name: alpha\ntag: alpha-v*\nrust: { package: alpha }\n")
                .write("slipway.beta.yml", config + "name: beta\ntag: beta-v*\nrust: { package: beta }\n");
        Ran generated = folder.run("generate");
        assertThat(generated.exit()).as(generated.err()).isZero();
        assertThat(root.resolve(".slipway/manifest.alpha.json")).exists();
        assertThat(root.resolve(".slipway/manifest.base.json")).doesNotExist();
        assertThat(folder.run("check").exit()).isZero();
    }

    @Test
    void projectsThatInheritTheSameTagAreToldSo() throws IOException {
        folder.write("shared/slipway.base.yml", BASE.replace("docker: { base: debian:bookworm-slim }\n", "tag: v*\n"))
                .write("slipway.beta.yml", CONFIG.replace("otto\n", "beta\n"));
        Ran ran = folder.run("check");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .contains("shared/slipway.base.yml:7:6: error: the tag")
                .contains("would start the release of shared/slipway.base.yml:7 too");
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void aLinkOutOfTheRepositoryIsNotFollowed() throws IOException {
        Files.delete(root.resolve("shared/slipway.base.yml"));
        Files.createSymbolicLink(root.resolve("shared/slipway.base.yml"), Path.of("/etc/passwd"));
        Ran ran = folder.run("check");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .startsWith("slipway.yml:1:10: error: 'shared/slipway.base.yml' is a symbolic link that leads out")
                .doesNotContain("root:");
    }

    @Test
    void aConfigInAFolderExtendsOneAboveIt() throws IOException {
        Files.createDirectories(root.resolve(".git"));
        Files.delete(root.resolve("slipway.yml"));
        folder.write("tools/otto/slipway.yml", CONFIG.replace("./shared", "../../shared"))
                .write("tools/otto/Cargo.toml", "[package]\nname = \"otto\"\nversion = \"0.1.0\"\n");
        Ran ran = Ran.slipway("-C", root.resolve("tools/otto").toString(), "generate");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(folder.read(".github/workflows/release-and-publish-tools-otto.yml"))
                .contains("linux-arm64")
                .contains("from tools/otto/slipway.yml");
    }
}
