package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.source.SourceText;
import dev.slipway.toolchain.Scripts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FleetCommandTest {
    private static final String COMMIT = "1111111111111111111111111111111111111111";

    @TempDir
    Path root;

    private Folder folder;

    @BeforeEach
    void list() throws IOException {
        folder = new Folder(root).write("repositories.txt", "# ours\nacme/one\n\nAcme/Two # the second\n");
    }

    private Ran fleet(String... more) {
        List<String> all = new ArrayList<>(List.of("fleet", "--repos", "repositories.txt", "--slipway", COMMIT));
        all.addAll(List.of(more));
        return folder.run(all.toArray(String[]::new));
    }

    @Test
    void theWorkflowIsWrittenOnceAndIsCleanToOurOwnRules() throws IOException {
        assertThat(fleet("--shards", "3")).isEqualTo(new Ran(0, "wrote " + FleetCommand.PATH + "\n", ""));
        assertThat(folder.read(FleetCommand.PATH))
                .contains(
                        "        shard: [0, 1, 2]\n",
                        "      max-parallel: 4\n",
                        "          owner: acme\n",
                        "          ref: '" + COMMIT + "'\n",
                        "\npermissions: {}\n")
                .doesNotContain("acme/one");
        assertThat(fleet("--shards", "3").out()).isEqualTo(FleetCommand.PATH + " is current\n");
        assertThat(folder.run("lint")).isEqualTo(new Ran(0, "no findings in 1 file\n", ""));
    }

    @Test
    void aRepositoryThatIsAddedChangesNoByteOfIt() throws IOException {
        String before = fleet("--dry-run").out();
        folder.write("repositories.txt", folder.read("repositories.txt") + "acme/three\n");

        assertThat(fleet("--dry-run").out()).isEqualTo(before);
        assertThat(root.resolve(FleetCommand.PATH)).doesNotExist();
    }

    @Test
    void aRepositoryHasANameThatGitHubAllows() throws IOException {
        folder.write("repositories.txt", "acme/..\nacme/" + "x".repeat(101) + "\n" + "a".repeat(40) + "/x\n");

        assertThat(fleet().err()).contains(":1:1: error: not", ":2:1: error: not", ":3:1: error: not", "3 errors");
    }

    @Test
    void everyBadLineIsShown() throws IOException {
        folder.write("repositories.txt", "acme/one\nfoo\nother/x\nacme/ONE\n");

        assertThat(fleet()).isEqualTo(new Ran(2, "", """
                repositories.txt:2:1: error: not a repository [fleet]
                foo
                ^~~
                help: write 'owner/name'
                repositories.txt:3:1: error: this repository does not belong to 'acme' [fleet]
                other/x
                ^~~~~~~
                help: a GitHub App token works for one owner: create a fleet for each
                repositories.txt:4:1: error: duplicate repository, already in line 1 [fleet]
                acme/ONE
                ^~~~~~~~
                help: remove the line
                3 errors
                """));
        folder.write("repositories.txt", "# none yet\n");
        assertThat(fleet().err()).startsWith("repositories.txt:1:1: error: no repository [fleet]\n");
    }

    @Test
    void limitsOfGitHubAreKept() throws IOException {
        folder.write(
                "repositories.txt",
                IntStream.range(0, 1200).mapToObj(i -> "acme/r" + i).collect(Collectors.joining("\n")));

        assertThat(fleet().err())
                .isEqualTo("error: a shard has 1200 repositories, and a token of a GitHub App is for 500 at most: use"
                        + " --shards 3 or more\n");
        assertThat(fleet("--shards", "257").err()).isEqualTo("error: --shards takes a number from 1 to 256, not 257\n");
        assertThat(fleet("--shards", "3").exit()).isZero();
    }

    @Test
    void nothingIsReplacedThatSomebodyElseWrote() throws IOException {
        folder.write(FleetCommand.PATH, "on: push\n");

        assertThat(fleet())
                .isEqualTo(new Ran(
                        2,
                        "",
                        "error: " + FleetCommand.PATH
                                + " was not written by 'slipway fleet': rename it, or move it away\n"));
        assertThat(folder.read(FleetCommand.PATH)).isEqualTo("on: push\n");
    }

    @Test
    void whatWouldMeanSomethingInAWorkflowIsRefused() {
        assertThat(folder.run("fleet", "--repos", "../x", "--slipway", COMMIT).exit())
                .isEqualTo(2);
        assertThat(folder.run("fleet", "--repos", "a'b", "--slipway", COMMIT).err())
                .startsWith("error: --repos needs");
        assertThat(folder.run("fleet", "--repos", "repositories.txt", "--slipway", "main")
                        .err())
                .isEqualTo("error: --slipway needs a full commit hash, 40 hexadecimal digits, not 'main'\n");
    }

    @Test
    void aRepositoryKeepsItsShardWhenOthersCome() {
        FleetList few = new FleetList("acme", List.of("one", "two"));
        FleetList more = new FleetList("acme", List.of("zero", "one", "half", "two"));

        assertThat(List.of("one", "two"))
                .allSatisfy(name -> assertThat(more.shard(name, 7)).isEqualTo(few.shard(name, 7)));
    }

    @Test
    void shardsAreOfSimilarSize() {
        List<String> names =
                IntStream.range(0, 10_000).mapToObj(i -> "service-" + i).toList();

        assertThat(IntStream.of(new FleetList("acme", names).sizes(100)).boxed())
                .allSatisfy(size -> assertThat(size).isBetween(50, 150));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script runs on Linux")
    void theScriptDividesThemTheSameWay() throws Exception {
        String text = IntStream.range(0, 50)
                .mapToObj(i -> "Acme/Tool_" + i * i + ".x")
                .collect(Collectors.joining("\n"));
        folder.write("repositories.txt", text + " # the last\nacme/tool_0.x\n");
        FleetList all = FleetList.read(new SourceText("repositories.txt", text));

        for (int shard = 0; shard < 7; shard++) {
            int number = shard;
            assertThat(chosen(shard, 7))
                    .containsExactlyElementsOf(all.names().stream()
                            .filter(name -> all.shard(name, 7) == number)
                            .toList());
        }
    }

    private List<String> chosen(int shard, int shards) throws Exception {
        Path output = root.resolve("output" + shard);
        ProcessBuilder builder = new ProcessBuilder("bash", "-eo", "pipefail", "-c", Scripts.read("fleet-shard"))
                .directory(root.toFile())
                .redirectErrorStream(true);
        builder.environment().put("OWNER", "Acme");
        builder.environment().put("FILE", "repositories.txt");
        builder.environment().put("SHARD", String.valueOf(shard));
        builder.environment().put("SHARDS", String.valueOf(shards));
        builder.environment().put("GITHUB_OUTPUT", output.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        String names = Files.readString(output).strip().replaceFirst("repositories=", "");
        return names.isEmpty() ? List.of() : List.of(names.split(","));
    }
}
