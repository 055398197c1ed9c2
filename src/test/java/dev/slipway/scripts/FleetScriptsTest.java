package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.blueprint.Fleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs what a job of the fleet runs, with real Git against repositories on this disk. */
@Tag("bash")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the job runs on Linux")
class FleetScriptsTest {
    private static final String MAKE = """
            git init -q --bare -b main ../server/acme/%1$s.git
            git clone -q ../server/acme/%1$s.git %1$s 2> /dev/null
            cd %1$s
            %2$s
            git add -A
            git -c user.name=p -c user.email=person@example.org commit -q --allow-empty -m first
            git push -q origin HEAD:main
            """;

    /** Stands in for {@code slipway generate}: what is wanted goes into the file. */
    private static final String GENERATE = """
            if [[ -n $GH_TOKEN ]]; then echo 'the token is visible' && exit 3; fi
            if [[ -e broken ]]; then echo 'slipway.yml:1:1: error' && exit 2; fi
            cp wanted made
            """;

    /** Keeps a pull request for each repository in a file. */
    private static final String GH = """
            pull=$HOME/pull-$(cut -d / -f 3 <<< "${2%%\\?*}")
            if [[ -e $HOME/limited ]]; then
              rm "$HOME/limited"
              echo 'gh: API rate limit exceeded (HTTP 403)' >&2
              exit 1
            fi
            if [[ $* == *POST* ]]; then echo "https://github.com/${2#repos/}/1" > "$pull"; fi
            if [[ -e $pull ]]; then cat "$pull"; fi
            """;

    @TempDir
    Path root;

    private Runner runner;

    @BeforeEach
    void job() throws IOException {
        Fleet fleet = new Fleet("acme", "repositories.txt", 3, 2, "1".repeat(40));
        runner = new Runner(root, fleet.workflow(), "propose")
                .given("steps.token.outputs.token", "s3cret")
                .given("steps.token.outputs.app-slug", "fleet")
                .given("runner.temp", "/tmp")
                .machine(
                        "GITHUB_SERVER_URL",
                        root.resolve("server").toUri().toString().replaceFirst("/$", ""))
                .machine("GITHUB_OUTPUT", root.resolve("output").toString())
                .stub("java", GENERATE)
                .stub("sleep", "")
                .stub("gh", GH);
    }

    private Runner.Outcome repository(String name, String script) throws IOException, InterruptedException {
        return runner.bash(MAKE.formatted(name, script)).succeeds();
    }

    private Runner.Outcome propose(String... names) throws IOException, InterruptedException {
        Files.writeString(root.resolve("summary"), "");
        return runner.given("steps.shard.outputs.repositories", String.join(",", names))
                .step("Propose changes");
    }

    private String git(String repository, String command) throws IOException, InterruptedException {
        return runner.bash("git -C ../server/acme/" + repository + ".git " + command)
                .output()
                .strip();
    }

    @Test
    void aRepositoryIsProposedItsChangeAndOneThatIsCurrentNothing() throws Exception {
        repository("stale", "echo new > wanted; echo old > made");
        repository("current", "echo new > wanted; echo new > made");

        propose("stale", "current").succeeds();

        assertThat(git("stale", "show slipway/fleet:made")).isEqualTo("new");
        assertThat(git("stale", "show main:made")).isEqualTo("old");
        assertThat(git("stale", "log -1 --format=%ce slipway/fleet")).isEqualTo("fleet[bot]@users.noreply.github.com");
        assertThat(git("current", "branch")).isEqualTo("* main");
        assertThat(runner.read("summary")).isEqualTo("""
                | repository | result |
                | --- | --- |
                | acme/stale | https://github.com/acme/stale/pulls/1 |
                | acme/current | current |
                """);
        assertThat(String.join("\n", runner.calls())).doesNotContain("s3cret");
    }

    @Test
    void theNextRunUpdatesTheSamePullRequest() throws Exception {
        repository("stale", "echo new > wanted; echo old > made");
        propose("stale").succeeds();
        String first = git("stale", "rev-parse slipway/fleet");
        propose("stale").succeeds();
        assertThat(git("stale", "rev-parse slipway/fleet")).isEqualTo(first);

        runner.bash("cd stale; echo newer > wanted; git -c user.name=p -c user.email=p@example.org commit -qam more;"
                        + " git push -q origin HEAD:main")
                .succeeds();
        propose("stale").succeeds();

        assertThat(git("stale", "show slipway/fleet:made")).isEqualTo("newer");
        assertThat(git("stale", "log --format=%s slipway/fleet").lines()).hasSize(3);
        assertThat(runner.calls().stream().filter(call -> call.contains("POST")))
                .hasSize(1);
    }

    @Test
    void whatAPersonCommittedToTheBranchIsLeftAlone() throws Exception {
        repository("shared", "echo new > wanted; echo old > made");
        propose("shared").succeeds();
        runner.bash(
                        "cd shared; git fetch -q; git switch -q slipway/fleet; echo mine > mine; git add -A;"
                                + " git -c user.name=p -c user.email=person@example.org commit -qm mine; git push -q;"
                                + " git switch -q main; echo newer > wanted;"
                                + " git -c user.name=p -c user.email=person@example.org commit -qam more; git push -q origin main")
                .succeeds();

        assertThat(propose("shared").fails().output()).contains("slipway/fleet has a commit by another author");
        assertThat(git("shared", "show slipway/fleet:mine")).isEqualTo("mine");
    }

    @Test
    void oneThatFailsStopsNoOtherAndIsNamed() throws Exception {
        repository("broken", "touch broken");
        repository("stale", "echo new > wanted; echo old > made");

        Runner.Outcome ran = propose("broken", "missing", "stale").fails();

        assertThat(ran.output()).contains("slipway.yml:1:1: error", "::error::failed: acme/broken acme/missing\n");
        assertThat(git("stale", "show slipway/fleet:made")).isEqualTo("new");
        assertThat(runner.read("summary")).contains("| acme/broken | failed |\n", "| acme/missing | failed |\n");
    }

    @Test
    void aRateLimitIsWaitedFor() throws Exception {
        repository("stale", "echo new > wanted; echo old > made");
        Files.writeString(root.resolve("home/limited"), "");

        propose("stale").succeeds();

        assertThat(runner.calls()).contains("sleep 15");
        assertThat(runner.read("summary")).contains("https://github.com/acme/stale/pulls/1");
    }

    @Test
    void aLineThatIsNoRepositoryIsNamed() throws Exception {
        runner.file("repositories.txt", "acme/one\nacme one\nother/two\n").given("matrix.shard", "0");

        assertThat(runner.step("Choose the repositories").fails().output().lines())
                .isEqualTo(List.of(
                        "::error::repositories.txt:2: expected acme/NAME",
                        "::error::repositories.txt:3: expected acme/NAME"));
    }
}
