package dev.slipway.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.render.Renderer;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Problem;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowReaderTest {
    private final Renderer renderer = Renderer.standard();

    static List<Path> ownWorkflows() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("generated"))) {
            return Stream.concat(
                            files.filter(file -> file.toString().contains("workflows")
                                    && file.toString().endsWith(".yml")),
                            Stream.of(Path.of("src/test/resources/dev/slipway/render/kitchen-sink.yml")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("ownWorkflows")
    void whatIsReadAndWrittenAgainMeansTheSame(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(Meaning.of(again(text, file.toString()))).isEqualTo(Meaning.of(text));
    }

    /** Run with {@code -Dworkflows=DIR} over any collection of workflows. */
    @Test
    @EnabledIfSystemProperty(named = "workflows", matches = ".+")
    void soDoesAnybodyElsesWorkflow() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("workflows")))) {
            all = files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
        }
        assertThat(all).isNotEmpty().allSatisfy(file -> {
            String text = Files.readString(file);
            assertThat(Meaning.of(again(text, file.getFileName().toString())))
                    .as(file.toString())
                    .isEqualTo(Meaning.of(text));
        });
    }

    private String again(String text, String name) {
        try {
            return renderer.workflow(read(text, name));
        } catch (InvalidSource rejected) {
            throw new AssertionError(name + ": " + rejected.getMessage(), rejected);
        }
    }

    private static Workflow read(String text, String name) {
        return WorkflowReader.read(new SourceText(name, text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{on: push, jobs: {a: {runs-on: x, stepps: []}}}|unknown key 'stepps'",
                "{on: push, jobs: {a: {needs: b, runs-on: x, steps: [run: x]}}}|there is no job 'b'",
                "{on: push, jobs: {a: {needs: a, runs-on: x, steps: [run: x]}}}|jobs that need each other: a",
                "{on: push, jobs: {a b: {runs-on: x, steps: [run: x]}}}|invalid job id 'a b'",
                "{on: push, jobs: {a: {steps: [run: x]}}}|the key 'runs-on' is missing",
                "{on: push, jobs: {a: {runs-on: x, steps: [name: x]}}}|a step that does nothing",
                "{on: push, jobs: {a: {runs-on: [x, {y: z}], steps: [run: x]}}}|expected a single value, found a mapping",
                "{on: push, jobs: {a: {runs-on: x, steps: [{run: x, uses: a/b@v1}]}}}|a step cannot have both 'uses' and 'run'",
                "{on: push, jobs: {a: {if: '${{ x }} y', runs-on: x, steps: [run: x]}}}|is always true",
                "{on: {push: {brunches: x}}, jobs: {}}|push has no filter 'brunches'",
                "{on: push, jobs: []}|expected a mapping, found a list"
            })
    void saysWhatIsNoPartOfAWorkflow(String workflow, String message) {
        assertThatExceptionOfType(InvalidSource.class)
                .isThrownBy(() -> read(workflow, "w.yml"))
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stepps: [], runs-on: x, steps: [run: ok]",
                "needs: [a, z], runs-on: x, steps: [run: ok]",
                "if: '${{ x }} y', runs-on: x, steps: [run: ok]",
                "runs-on: [x, {y: z}], steps: [run: ok]",
                "timeout-minutes: [1], runs-on: x, steps: [run: ok]",
                "steps: [run: ok, name: nothing]",
                "runs-on: x, env: [A], steps: [run: ok, 3]",
                "runs-on: x, env: {A: '${{ a b }}'}, steps: [{run: ok, with: x}]",
                "runs-on: x, container: [y], strategy: {matrix: {a: {b: c}}}, steps: [run: ok]",
                "runs-on: x, defaults: {run: z}, concurrency: [], permissions: [z], steps: [run: ok]"
            })
    void whatIsNoPartOfAWorkflowDoesNotHideTheRest(String job) {
        Lenient<Workflow> read = readLeniently("{on: {push: {brunches: x}, pull_request: }, jobs: {a: {" + job + "}}}");
        assertThat(read.problems()).isNotEmpty();
        assertThat(read.value().on()).hasSize(2);
        assertThat(read.value().jobs()).singleElement().satisfies(it -> {
            assertThat(it.id()).isEqualTo("a");
            assertThat(((StepsJob) it).steps().get(0))
                    .isInstanceOfSatisfying(
                            Run.class, run -> assertThat(run.script().source()).isEqualTo("ok"));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void thousandsOfJobsThatNeedEachOtherAreRefused(int last) {
        StringBuilder text = new StringBuilder("on: push\njobs:\n");
        for (int i = 0; i < 1000; i++) {
            int next = i < 999 ? i + 1 : last; // to a circle, or to one within
            text.append("  j" + i + ": {needs: j" + next + ", runs-on: x, steps: [run: x]}\n");
        }
        assertThat(readLeniently(text.toString()).problems())
                .anySatisfy(problem ->
                        assertThat(problem.message()).isEqualTo("more than 250 jobs need each other in a row"));
    }

    @Test
    void jobsOfOneNameAndThoseOfNoneAreToldApart() {
        Lenient<Workflow> read = readLeniently("""
                on: push
                jobs:
                  a: {runs-on: x, steps: [run: x]}
                  A: {runs-on: x, steps: [run: x]}
                  a b: {needs: A, runs-on: x, steps: [run: x]}
                  c d: {needs: [a b], runs-on: x, steps: [run: x]}
                """);
        assertThat(read.problems())
                .extracting(Problem::message)
                .hasSize(3)
                .contains("another job is called 'A' already");
        assertThat(read.value().jobs()).hasSize(4);
    }

    @Test
    void anExpressionInPlaceOfAMappingIsWhatOnlyARunKnows() {
        assertThat(readLeniently("on: push\njobs: { a: { runs-on: x, env: '${{ matrix.env }}', steps: [run: x] } }\n")
                        .problems())
                .extracting(Problem::message)
                .containsExactly("expected a mapping, found an expression, whose keys are known only during a run");
    }

    private static Lenient<Workflow> readLeniently(String text) {
        return WorkflowReader.readLeniently(YamlReader.read(new SourceText("w.yml", text)), "w.yml");
    }
}
