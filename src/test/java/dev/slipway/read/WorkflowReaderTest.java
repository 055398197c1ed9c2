package dev.slipway.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.model.workflow.Workflow;
import dev.slipway.render.Renderer;
import dev.slipway.source.Rejected;
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
        } catch (Rejected rejected) {
            throw new AssertionError(name + ": " + rejected.getMessage(), rejected);
        }
    }

    private static Workflow read(String text, String name) {
        return WorkflowReader.read(YamlReader.read(new SourceText(name, text)), name);
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
                "{on: push, jobs: {a: {if: '${{ x }} y', runs-on: x, steps: [run: x]}}}|is always true",
                "{on: {push: {brunches: x}}, jobs: {}}|push has no filter 'brunches'",
                "{on: push, jobs: []}|expected a mapping, found a list"
            })
    void saysWhatIsNoPartOfAWorkflow(String workflow, String message) {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> read(workflow, "w.yml"))
                .withMessageContaining(message);
    }
}
