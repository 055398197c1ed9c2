package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One command for many repositories: each is answered as it would be alone, and none hides another. */
class RepositoriesTest {
    private static final String INVALID = "name: broken\nrust: { toolchian: 1.94.0 }\n";
    private static final String UNSAFE = """
            on: push
            permissions: {}
            jobs:
              build:
                runs-on: ubuntu-latest
                timeout-minutes: 5
                stepz:
                  - run: make
            """;

    @TempDir
    Path root;

    private Folder organisation;

    @BeforeEach
    void repositories() throws IOException {
        organisation = new Folder(root);
        Folder.generated(root.resolve("good"));
        Folder edited = Folder.generated(root.resolve("edited"));
        edited.write("Dockerfile", edited.read("Dockerfile") + "EXPOSE 80\n");
        organisation.write("broken/slipway.yml", INVALID).write("-q/readme.md", "");
        organisation.write("plain/.github/workflows/ci.yml", UNSAFE);
    }

    private Folder in(String directory) {
        return new Folder(root.resolve(directory));
    }

    @Test
    void oneDirectoryIsAnsweredAsWithTheOptionForIt() {
        for (String command : List.of("check", "plan", "lint", "generate")) {
            for (String directory : List.of("edited", "broken", "plain")) {
                String word = command.equals("plan") ? directory + "/" : directory;
                assertThat(organisation.run(command, word))
                        .as(command + " " + directory)
                        .isEqualTo(in(directory).run(command));
            }
        }
    }

    @Test
    void eachHasARowAndTheWorstExitCodeCounts() {
        Ran ran = organisation.run("check", "good", "edited", "broken", "missing");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).contains("""
                repository  verdict   findings  files  reason
                good        ok               0      4
                edited      findings         1      4  edited by hand  Dockerfile
                broken      invalid          -      -  slipway.yml:""").endsWith("4 repositories: 1 ok, 1 with findings, 2 invalid\n");
        assertThat(organisation.run("check", "good", "edited").exit()).isOne();
        assertThat(organisation.run("check", "good", "good/../good").exit()).isZero();
    }

    @Test
    void whatIsWellNeedsNoMoreThanItsRowAndTheRestIsShownWhole() {
        Ran ran = organisation.run("check", "edited", "good");

        assertThat(ran.out())
                .startsWith("edited:\n" + in("edited").run("check").out())
                .doesNotContain("good:");
        assertThat(organisation.run("-q", "check", "edited", "good").out()).doesNotContain("good  ");
    }

    @Test
    void aDirectoryIsAskedForOnceHoweverOftenItIsNamed() {
        assertThat(organisation.run("check", "good", "./good", "edited/../good").out())
                .endsWith("1 repository: 1 ok\n");
    }

    @Test
    void repositoriesAreFoundBelowADirectoryInTheOrderOfTheirNames() throws IOException {
        organisation
                .write("good/examples/nested/slipway.yml", INVALID)
                .write("node_modules/dependency/slipway.yml", INVALID)
                .write("built/target/copy/slipway.yml", INVALID)
                .write(".cache/copy/slipway.yml", INVALID)
                .write("cloned/.git/HEAD", "ref: refs/heads/main\n")
                .write("cloned/test/data/slipway.yml", INVALID)
                .write("team/a/slipway.beta.yml", Folder.CONFIG);

        assertThat(directories(organisation.run("check", "--recursive", "--format", "json")))
                .containsExactly("broken", "edited", "good", "team/a");
        assertThat(directories(organisation.run("lint", "--recursive", "--format", "json", ".")))
                .containsExactly("broken", "edited", "good", "plain", "team/a");
        assertThat(directories(organisation.run("check", "--recursive", "--format", "json", "team", "good")))
                .containsExactly("team/a", "good");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a link needs a privilege there")
    void linksAreNotFollowed() throws IOException {
        Path outside = Files.createDirectories(root.resolve("outside/inner"));
        Files.writeString(outside.resolve("slipway.yml"), INVALID);
        Path start = Files.createDirectories(root.resolve("start"));
        Files.createSymbolicLink(start.resolve("link"), outside);

        Ran ran = organisation.run("check", "--recursive", "start");

        assertThat(ran).isEqualTo(new Ran(2, "", "error: no repository with a slipway.yml below 'start'\n"));
    }

    @Test
    void aProgramReadsALineForEachRepositoryOfTheShapeOfASingleOne() {
        Ran ran = organisation.run("check", "--format", "json", "good", "broken", "missing", "edited");

        List<JsonNode> lines = lines(ran);
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(lines)
                .extracting(line -> line.get("directory").asString())
                .containsExactly("good", "broken", "missing", "edited");
        assertThat(lines).extracting(line -> line.get("exit").asInt()).containsExactly(0, 2, 2, 1);
        assertThat(lines.get(2).get("error").asString()).startsWith("error: no such directory");
        JsonNode alone = JsonMapper.shared()
                .readTree(in("edited").run("check", "--format", "json").out());
        alone.properties()
                .forEach(member -> assertThat(lines.get(3).get(member.getKey())).isEqualTo(member.getValue()));
    }

    @Test
    void aDirectoryMayBeCalledLikeAnOption() {
        assertThat(organisation.run("check", "good", "--", "-q").out())
                .contains("\n-q          invalid          -      -  no config ");
    }

    @Test
    void manyAtOnceSayTheSameAsOneAfterTheOther() throws IOException {
        for (int i = 0; i < 12; i++) {
            organisation.write("many/r" + i + "/slipway.yml", i % 3 == 0 ? INVALID : Folder.CONFIG);
        }
        Ran serial = organisation.run("check", "--recursive", "--jobs", "1", "many");
        Ran parallel = organisation.run("check", "--recursive", "--jobs", "8", "many");

        assertThat(parallel).isEqualTo(serial);
        assertThat(organisation
                        .run("generate", "--recursive", "--jobs", "8", "many")
                        .out())
                .endsWith("12 repositories: 8 ok, 4 invalid\n");
        assertThat(IntStream.range(0, 12).filter(i -> i % 3 != 0))
                .allSatisfy(i -> assertThat(root.resolve("many/r" + i + "/.github/workflows/release-and-publish.yml"))
                        .exists());
    }

    @Test
    void aPlanIsMadeOfATagForEveryDirectory() throws IOException {
        Ran ran = organisation.run("plan", "v2.0.0", "good", "edited");

        assertThat(ran.out()).contains("good:\nPushing the tag v2.0.0", "edited:\nPushing the tag v2.0.0");
        assertThat(organisation.run("plan", "good").out()).startsWith("Pushing the tag v1.2.3");
        assertThat(organisation.run("plan", "nowhere").err()).startsWith("error: no config '");
        assertThat(organisation.run("plan", "good", "edited").out()).contains("good:\nPushing the tag v1.2.3");
        organisation.write("good/v2.0.0/readme.md", "");
        assertThat(in("good").run("plan", "v2.0.0").out()).startsWith("Pushing the tag v2.0.0");
    }

    @Test
    void whatCannotBeAnsweredForSeveralIsRefused() {
        assertThat(organisation
                        .run("check", "--format", "sarif", "good", "edited")
                        .err())
                .isEqualTo("error: --format sarif supports one repository: use text or json for several\n");
        assertThat(organisation.run("check", "--jobs", "0", "good", "edited").err())
                .isEqualTo(
                        "error: invalid value for option '--jobs': '0' is not a number from 1 to 9999\n  run 'slipway check --help' for usage\n");
        assertThat(organisation.run("lint", "good", "plain/.github/workflows/ci.yml"))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "error: 'plain/.github/workflows/ci.yml' is a file: use files or directories, not both\n"));
    }

    @Test
    void aPersonWithATerminalSeesHowFarItIs() {
        StringWriter terminal = new StringWriter();
        ProgressBar bar = new ProgressBar(new Printer(terminal, Surroundings.plain(() -> true)), true, 4);
        bar.at(1);
        bar.clear();
        new ProgressBar(new Printer(terminal, Surroundings.plain(() -> true)), false, 4).at(2);

        assertThat(terminal.toString()).isEqualTo("\r[#######                       ] 1/4\r\033[K");
        assertThat(organisation.run("check", "good", "edited").err()).isEmpty();
    }

    private static List<JsonNode> lines(Ran ran) {
        return ran.out().lines().map(JsonMapper.shared()::readTree).toList();
    }

    private static List<String> directories(Ran ran) {
        return lines(ran).stream().map(line -> line.get("directory").asString()).toList();
    }
}
