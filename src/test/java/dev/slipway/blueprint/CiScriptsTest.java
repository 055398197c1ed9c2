package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import dev.slipway.toolchain.Scripts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the scripts of CI as GitHub runs them. */
@DisabledOnOs(OS.WINDOWS)
class CiScriptsTest {
    @TempDir
    private Path folder;

    private Path outputs;

    @BeforeEach
    void outputsAreEmpty() throws IOException {
        outputs = Files.createFile(folder.resolve("outputs"));
    }

    private record Ended(int code, String words) {}

    private Ended run(Path place, Map<String, String> env, List<String> command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(place.toFile()).redirectErrorStream(true);
        builder.environment().put("GITHUB_OUTPUT", outputs.toString());
        builder.environment().putAll(env);
        Process process = builder.start();
        process.getOutputStream().close();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), words);
    }

    private Ended script(String name, Path place, Map<String, String> env) throws Exception {
        return run(place, env, List.of("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", Scripts.read(name)));
    }

    private Ended gate(String results, String skippable) throws Exception {
        return script("gate", folder, Map.of("RESULTS", results, "MAY_BE_SKIPPED", skippable));
    }

    @ParameterizedTest
    @CsvSource({
        "success, success, '', 0",
        "success, failure, '', 1",
        "success, cancelled, '', 1",
        "success, skipped, '', 1",
        "success, skipped, build-linux, 0",
        "success, skipped, build-macos build-linux, 0",
        "success, failure, build-linux, 1",
        "success, cancelled, build-linux, 1",
        "failure, skipped, build-linux, 1",
        "skipped, skipped, build-linux, 1",
        "success, skipped, build, 1",
        "success, skipped, xbuild-linuxx, 1",
    })
    void theGateIsGreenWhereAllIsGreenOrMayBeSkipped(String lint, String build, String skippable, int code)
            throws Exception {
        String results = """
                {
                  "lint": { "result": "%s", "outputs": {} },
                  "build-linux": { "result": "%s", "outputs": { "result": "success" } }
                }
                """.formatted(lint, build);
        assertThat(gate(results, skippable).code()).isEqualTo(code);
    }

    @Test
    void theGateSaysWhatIsRed() throws Exception {
        Ended ended = gate(
                "{\"a\": {\"result\": \"failure\"}, \"b\": {\"result\": \"success\"}, \"c\": {\"result\": \"cancelled\"}}",
                "");
        assertThat(ended).isEqualTo(new Ended(1, "::error::some jobs did not succeed: a: failure, c: cancelled\n"));
    }

    @Test
    void theGateIsRedWhereItUnderstandsNothing() throws Exception {
        assertThat(gate("not json", "").code()).isNotZero();
    }

    private String changed(Path repository, String event, String... files) throws Exception {
        Ended ended =
                script("changed", repository, Map.of("GITHUB_EVENT_NAME", event, "FILES", String.join("\n", files)));
        assertThat(ended.code()).as(ended.words()).isZero();
        return Files.readString(outputs).strip().replaceFirst("(?s).*\n", "");
    }

    /** A branch with two commits merged into one that has moved on, as GitHub checks out a pull request. */
    private Path pullRequest(String... files) throws Exception {
        SampleRepository repository = new SampleRepository(Files.createDirectory(folder.resolve("repository")))
                .file("Cargo.toml", "")
                .committed()
                .git("checkout", "-qb", "topic");
        for (String file : files) {
            repository.file(file, "changed").git("add", ".").git("commit", "-qm", file);
        }
        return repository
                .git("checkout", "-q", "main")
                .file("moved-on.rs", "")
                .git("add", ".")
                .git("commit", "-qm", "meanwhile")
                .git("merge", "-q", "--no-ff", "-m", "merge", "topic")
                .root();
    }

    @Test
    void aPullRequestIsJudgedByAllOfItsCommitsAndNotByThoseOfItsBranch() throws Exception {
        Path repository = pullRequest("docs/a.md", "crates/x/Cargo.toml", "README.md");
        assertThat(changed(repository, "pull_request", ":(glob)**/Cargo.toml")).isEqualTo("changed=true");
        assertThat(changed(repository, "pull_request", ":(glob)Cargo.toml")).isEqualTo("changed=false");
        assertThat(changed(repository, "pull_request", ":(glob)Cargo.lock", ":(glob)docs/**"))
                .isEqualTo("changed=true");
        assertThat(changed(repository, "pull_request", ":(glob)moved-on.rs")).isEqualTo("changed=false");
        assertThat(changed(repository, "pull_request", ":(glob)*.toml")).isEqualTo("changed=false");
    }

    @Test
    void filesThatAreIgnoredDoNotCountButOthersDo() throws Exception {
        Path repository = pullRequest("docs/deep/a.md", "README.md");
        assertThat(changed(repository, "pull_request", ":(exclude,glob)docs/**", ":(exclude,glob)**/*.md"))
                .isEqualTo("changed=false");
        assertThat(changed(repository, "pull_request", ":(exclude,glob)docs/**"))
                .isEqualTo("changed=true");
    }

    @ParameterizedTest
    @CsvSource({"push", "merge_group", "schedule"})
    void anythingButAPullRequestIsTestedAsAWhole(String event) throws Exception {
        assertThat(changed(folder, event, ":(glob)nothing")).isEqualTo("changed=true");
    }

    @Test
    void aHistoryThatIsTooShortIsAnErrorAndNotSilence() throws Exception {
        Path repository = new SampleRepository(Files.createDirectory(folder.resolve("shallow")))
                .committed()
                .root();
        assertThat(script("changed", repository, Map.of("GITHUB_EVENT_NAME", "pull_request", "FILES", "x"))
                        .code())
                .isNotZero();
        assertThat(outputs).isEmptyFile();
    }

    /** A release in a folder, and a {@code gh} that takes its files from there. */
    private Ended install(String program, String sums, String attested) throws Exception {
        Path release = Files.createDirectory(folder.resolve("release"));
        Files.writeString(release.resolve("slipway"), program);
        String archive = "slipway-v1.2.3-linux-amd64.tar.gz";
        assertThat(run(release, Map.of(), List.of("tar", "-czf", archive, "slipway"))
                        .code())
                .isZero();
        Ended sum = run(release, Map.of(), List.of("sha256sum", archive));
        Files.writeString(release.resolve(archive + ".sha256"), sums.isEmpty() ? sum.words() : sums + archive + "\n");
        Path tools = Files.createDirectory(folder.resolve("tools"));
        Path gh = Files.writeString(tools.resolve("gh"), """
                #!/bin/sh
                workflow="$ATTESTED/.github/workflows/release-and-publish.yml"
                [ "$*" = "attestation verify slipway-v1.2.3-linux-amd64.tar.gz --repo $ATTESTED --source-ref refs/tags/v1.2.3\
                 --signer-workflow $workflow --deny-self-hosted-runners" ] && exit
                [ "$1 $2 $3 $4 $6" = "release download v1.2.3 --pattern --pattern" ] && cp "$RELEASE/$5" "$RELEASE/$7" .
                """);
        assertThat(gh.toFile().setExecutable(true)).isTrue();
        Path temp = Files.createDirectory(folder.resolve("temp"));
        return script(
                "install-slipway",
                folder,
                Map.of(
                        "PATH",
                        tools + ":" + System.getenv("PATH"),
                        "RELEASE",
                        release.toString(),
                        "RUNNER_TEMP",
                        temp.toString(),
                        "GITHUB_PATH",
                        outputs.toString(),
                        "VERSION",
                        "1.2.3",
                        "GH_REPO",
                        "a/slipway",
                        "ATTESTED",
                        attested));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void slipwayIsPutOnThePathWhereItsChecksumIsRight() throws Exception {
        Ended ended = install("program", "", "a/slipway");
        assertThat(ended.code()).as(ended.words()).isZero();
        assertThat(Path.of(Files.readString(outputs).strip()).resolve("slipway"))
                .hasContent("program");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void slipwayIsNotUnpackedWhereNothingAttestsIt() throws Exception {
        assertThat(install("program", "", "somebody/else").code()).isNotZero();
        assertThat(folder.resolve("temp/slipway-1.2.3")).doesNotExist();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void slipwayIsNotUnpackedWhereItIsNot() throws Exception {
        assertThat(install("program", "0".repeat(64) + "  ", "a/slipway").code())
                .isNotZero();
        assertThat(folder.resolve("temp/slipway-1.2.3")).doesNotExist();
        assertThat(outputs).isEmptyFile();
    }

    private String next(String patches, String prefix, String... tags) throws Exception {
        Path place = Files.createDirectory(folder.resolve("tagged"));
        SampleRepository repository = new SampleRepository(place).file("a", "").committed();
        for (String tag : tags) {
            repository.git("tag", tag);
        }
        Ended ended = script("next-tag", place, Map.of("TAG_PREFIX", prefix, "PATCHES", patches));
        assertThat(ended.code()).as(ended.words()).isZero();
        assertThat(outputs).hasContent(ended.words().strip());
        return ended.words().strip();
    }

    @ParameterizedTest
    @CsvSource({
        "1, v, '', v0.1.0",
        "1, v, 'v1.9.0 v1.10.2 v1.10.1', v1.10.3",
        "1, v, 'v1.2.3 v1.3.0-rc.1 v2 nightly other-v9.0.0', v1.2.4",
        "1, v, 'v1.2.3 v1.2.9+build.5', v1.2.10",
        "1, v, 'v2.0.0-rc.1', v0.1.0",
        "1, '', '14.1.1 v15.0.0', 14.1.2",
        "1, otto/v, 'otto/v0.1.09 otto/v0.1.8 v3.0.0', otto/v0.1.9",
        "0, v, 'v1.2.3 v1.2.2', v1.2.3",
        "0, v, '', v0.1.0",
    })
    void theTagToRehearseIsSoManyPatchesAfterTheNewest(String patches, String prefix, String tags, String tag)
            throws Exception {
        assertThat(next(patches, prefix, tags.isEmpty() ? new String[0] : tags.split(" ")))
                .isEqualTo("tag=" + tag);
    }
}
