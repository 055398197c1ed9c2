package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.blueprint.Drawn;
import dev.slipway.detect.SampleRepository;
import dev.slipway.plan.ImageTags;
import dev.slipway.plan.Line;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.ReleasedVersions;
import dev.slipway.plan.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks the step of a generated workflow what a release moves, in real repositories with real tags. */
@org.junit.jupiter.api.Tag("bash")
class NewestScriptsTest {
    private static final String STEP = "Compare with other versions";
    private static final String CONFIG = """
            name: otto
            repository: otto-rs/otto
            rust: {}
            targets: [linux-amd64]
            docker: { tags: [latest, '{version}', '{major}.{minor}', '{major}'] }
            """;

    @TempDir
    private Path root;

    private String step = "";
    private ReleasePlan plan = Examples.generate(CONFIG).plan();

    @BeforeEach
    void read() {
        Scripts.assumeBash();
        step = Drawn.script(Drawn.job(Examples.generate(CONFIG).blueprint().release(), "docker"), STEP);
    }

    /** Pushes tags one after the other, and says what the step answered after each. */
    private List<Map<Line, Boolean>> push(String prefix, List<String> there, List<String> pushed)
            throws IOException, InterruptedException {
        new SampleRepository(Files.createDirectory(root.resolve("repository"))).committed();
        Files.writeString(root.resolve("step.sh"), step);
        Files.writeString(root.resolve("push.sh"), """
                cd repository
                while read -r tag; do if [[ $tag ]]; then git tag "$tag"; fi; done < ../there
                while read -r TAG; do
                  git tag --force "$TAG" > ../log
                  TAG=$TAG GITHUB_OUTPUT=../answer bash --noprofile --norc -eo pipefail ../step.sh
                  tr '\\n' ' ' < ../answer >> ../out
                  echo >> ../out
                  rm ../answer
                done < ../pushed
                """);
        Files.write(root.resolve("there"), there);
        Files.write(root.resolve("pushed"), pushed);
        ProcessBuilder builder = new ProcessBuilder(Scripts.bash(), "-e", "push.sh")
                .directory(root.toFile())
                .redirectErrorStream(true);
        builder.environment().put("TAG_PREFIX", prefix);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        assertThat(text).isEmpty();
        return Files.readAllLines(root.resolve("out")).stream()
                .map(NewestScriptsTest::answer)
                .toList();
    }

    private static Map<Line, Boolean> answer(String text) {
        Map<Line, Boolean> answer = new EnumMap<>(Line.class);
        for (Line line : Line.values()) {
            assertThat(text).containsPattern("(^| )" + line.word() + "=(true|false) ");
            answer.put(line, text.contains(line.word() + "=true"));
        }
        return answer;
    }

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "v1.2.3, true",
        "v1.2.3 vector-2.0.0, true",
        "v1.2.3 v1.3.0, false",
        "v1.2.3 v1.2.4-rc.1, false"
    })
    void anImageIsNotTaggedWhereAVersionWasReleasedSince(String since, boolean goesOn) throws Exception {
        Runner runner = new Runner(root, Examples.generate(CONFIG).blueprint().release(), "docker")
                .given("github.ref_name", "v1.2.3");
        runner.bash("""
                        git init -q . && git -c user.name=a -c user.email=a@b -c commit.gpgsign=false commit -q --allow-empty -m x
                        git tag v1.2.2
                        git clone -q . now
                        """ + (since.isEmpty() ? "" : "git -C now tag " + since.replace(" ", " && git -C now tag ")))
                .succeeds();
        Runner.Outcome outcome = runner.step("Check that no other version was released in the meantime");
        assertThat(outcome.code() == 0).as(outcome.output()).isEqualTo(goesOn);
    }

    @ParameterizedTest
    @CsvSource({
        "v, '', v0.1.0, true true true",
        "v, v1.2.3, v1.2.2, false false false",
        "v, v1.2.3, v1.1.0, false false true",
        "v, v1.9.0 v2.0.0, v1.10.0, false true true",
        "v, v1.10.0, v1.9.9, false false true",
        "v, v1.2.10, v1.2.9, false false false",
        "v, v2.0.0+b.1, v1.9.1, false true true",
        "v, v1.2.3, v1.2.3+build.5, true true true",
        "v, v1.2.3+build.5 v1.2.4+x, v1.2.3, false false false",
        "v, v3.0.0-rc.1, v2.0.0, true true true",
        "v, v1.0.0, v2.0.0-rc.1, false false false",
        "v, v1.0.0, v2.0.0-rc.1+b, false false false",
        "v, vim-9.0.0 v9 v9.9 v09.0.0 v9.0.0.0 other-v9.0.0 cli/v9.0.0, v1.0.0, true true true",
        "v, v1234.0.0 v11.2.0, v1.2.3, false true true",
        "v, v2.0.0, v2.0.0, true true true",
        "'', 2.0.0 v9.0.0, 1.2.3, false true true",
        "cli/v, v9.0.0 cli/v1.0.0 gui/v9.0.0 cli/v2/v3.0.0, cli/v1.0.1, true true true",
        "cli/v, cli/v1.0.2, cli/v1.0.1, false false false",
        "otto.rs-, otto.rs-2.0.0 ottoxrs-3.0.0, otto.rs-1.0.0, false true true",
    })
    void theScriptAndThePlanDecideAlike(String prefix, String there, String tag, String expected)
            throws IOException, InterruptedException {
        List<String> names = Stream.of(there.split(" ")).toList();
        Map<Line, Boolean> answer = push(prefix, names, List.of(tag)).get(0);
        assertThat(answer.get(Line.ALL) + " " + answer.get(Line.MAJOR) + " " + answer.get(Line.MINOR))
                .isEqualTo(expected);

        Tag pushed = Tag.of(tag, prefix).orElseThrow();
        for (Line line : Line.values()) {
            assertThat(ReleasedVersions.of(names, prefix).leads(pushed, line))
                    .as("%s", line)
                    .isEqualTo(answer.get(line));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void inWhateverOrderEachMovingTagEndsAtTheNewestOfItsLine(long seed) throws IOException, InterruptedException {
        Random random = new Random(seed);
        String prefix = List.of("v", "", "cli/v").get(random.nextInt(3));
        List<String> names = new ArrayList<>();
        for (int major = 0; major < 3; major++) {
            for (int minor : List.of(1, 9, 10)) {
                for (int patch : List.of(0, 2, 10)) {
                    if (random.nextInt(3) == 0) {
                        names.add(prefix + major + "." + minor + "." + patch + (random.nextInt(5) == 0 ? "-rc.1" : ""));
                    }
                }
            }
        }
        Collections.shuffle(names, random);
        names.addAll(names.subList(0, Math.min(3, names.size()))); // old jobs are run again

        List<Map<Line, Boolean>> answers = push(prefix, List.of(), names);
        ImageTags tags = plan.image().orElseThrow().tags();
        Map<String, String> observed = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Map<Line, Boolean> answer = answers.get(i);
            Tag tag = Tag.of(names.get(i), prefix).orElseThrow();
            ReleasedVersions before = ReleasedVersions.of(names.subList(0, i), prefix);
            List<String> set = tags.at(tag, "", "", answer::get);
            assertThat(set).isEqualTo(tags.at(tag, "", "", line -> before.leads(tag, line)));
            set.forEach(name -> observed.put(name, tag.version()));
        }
        assertThat(observed).isEqualTo(newest(names, prefix));
    }

    /** What every tag has to be at, found without what is tested. */
    private static Map<String, String> newest(List<String> names, String prefix) {
        Map<String, String> newest = new HashMap<>();
        List<String> versions = names.stream()
                .map(name -> name.substring(prefix.length()))
                .sorted((one, other) -> Long.compare(rank(one), rank(other)))
                .toList();
        for (String version : versions) {
            newest.put(version, version);
            if (!version.contains("-")) {
                String minor = version.substring(0, version.lastIndexOf('.'));
                newest.put("latest", version);
                newest.put(minor, version);
                if (!version.startsWith("0.")) {
                    newest.put(version.substring(0, version.indexOf('.')), version);
                }
            }
        }
        return newest;
    }

    private static long rank(String version) {
        String[] numbers = version.replace("-rc.1", "").split("\\.");
        return Long.parseLong(numbers[0]) * 10000 + Long.parseLong(numbers[1]) * 100 + Long.parseLong(numbers[2]);
    }

    @Test
    void whereGitCannotSayItStopsInsteadOfMovingAnything() throws IOException, InterruptedException {
        Files.writeString(root.resolve("step.sh"), step);
        ProcessBuilder builder = new ProcessBuilder(Scripts.bash(), "-eo", "pipefail", "step.sh")
                .directory(root.toFile())
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "TAG", "v1.0.0", "TAG_PREFIX", "v", "GITHUB_OUTPUT", "answer", "GIT_DIR", "/nonexistent"));
        Process process = builder.start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isNotZero();
        assertThat(root.resolve("answer")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"v1.0.0, false", "v2.0.0-rc.1, false", "v2.0.1, true", "v2.0.0, true"})
    void theReleaseIsTheLatestOnlyIfNothingNewerIsReleased(String tag, boolean latest)
            throws IOException, InterruptedException {
        Runner runner = runner("", "create-release", tag).stub("gh", "true").file("dist/a", "");
        Path answer = Files.createTempFile(root, "answer", "");
        runner.machine("GITHUB_OUTPUT", answer.toString())
                .step("Compare with other versions")
                .succeeds();
        runner.given(
                "steps.newest.outputs.latest", Files.readString(answer).strip().replace("latest=", ""));
        runner.step("Publish").succeeds();
        assertThat(runner.calls())
                .endsWith("gh release edit " + tag + " --draft=false --latest=" + latest
                        + (tag.contains("-rc") ? " --prerelease" : ""));
    }

    @ParameterizedTest
    @CsvSource({"homebrew, Push to otto-rs/homebrew-tap", "winget, Open a pull request"})
    void whoTakesTheLatestIsNotToldOfAnOlderOne(String job, String name) throws IOException, InterruptedException {
        String packages =
                "license: MIT\ndescription: x\npackages: { homebrew: otto-rs/homebrew-tap, winget: Otto.Otto }\n"
                        + "targets: [linux-amd64, macos-arm64, windows-amd64]\n";
        Runner old = runner(packages, job, "v1.0.0").stub("gh", "true");
        assertThat(old.step(name).succeeds().output())
                .isEqualTo("::notice::2.0.0 is newer than 1.0.0, so nothing changes here\n");
        assertThat(old.calls()).isEmpty();

        Runner newest = runner(packages, job, "v2.0.0").stub("gh", "echo x").file("manifests/otto.rb", "x");
        newest.file("manifests/winget/a.yaml", "x").step(name).succeeds();
        assertThat(newest.calls()).isNotEmpty();
    }

    private Runner runner(String more, String job, String tag) throws IOException, InterruptedException {
        String config = CONFIG.replace("docker: ", more.contains("targets") ? "# " : "docker: ");
        if (more.contains("targets")) {
            config = config.replace("targets: [linux-amd64]\n", "");
        }
        Path folder = Files.createTempDirectory(root, "run");
        Runner runner =
                new Runner(folder, Examples.generate(config + more).blueprint().release(), job);
        runner.given("github.ref_name", tag)
                .given("needs.version.outputs.tag", tag)
                .given("needs.version.outputs.version", tag.substring(1))
                .given("secrets.HOMEBREW_TAP_TOKEN", "x")
                .given("secrets.WINGET_TOKEN", "x");
        runner.committed("repository")
                .bash("cd repository && git tag v1.0.0 && git tag v2.0.0")
                .succeeds();
        return runner;
    }
}
