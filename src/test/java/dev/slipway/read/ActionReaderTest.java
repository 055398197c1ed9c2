package dev.slipway.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.source.Rejected;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionReaderTest {
    private static Optional<CompositeAction> read(String yaml) {
        return ActionReader.read(YamlReader.read(new SourceText("action.yml", yaml)));
    }

    @Test
    void readsInputsOutputsAndSteps() {
        CompositeAction action = read("""
                name: Pack
                author: somebody
                description: Packs a program
                branding: {icon: box, color: blue}
                x-note: GitHub does not look at this
                inputs:
                  target:
                    description: what it is packed for
                    required: true
                  level:
                    default: ${{ github.ref_name }}
                    deprecationMessage: do not
                    anything: [else]
                outputs:
                  file:
                    description: the archive
                    value: ${{ steps.pack.outputs.file }}
                runs:
                  using: composite
                  steps:
                    - id: pack
                      if: inputs.target != ''
                      run: pack
                      shell: bash
                      working-directory: out
                      env: {A: 1}
                      continue-on-error: true
                    - uses: ./.github/actions/other
                      with: {x: y}
                """).orElseThrow();
        assertThat(action.inputs()).containsOnlyKeys("target", "level");
        assertThat(action.inputs().get("target")).satisfies(input -> {
            assertThat(input.required()).isTrue();
            assertThat(input.fallback()).isEmpty();
        });
        assertThat(action.inputs().get("level").fallback())
                .hasValueSatisfying(value -> assertThat(value).hasToString("${{ github.ref_name }}"));
        assertThat(action.outputs().get("file")).hasToString("${{ steps.pack.outputs.file }}");
        assertThat(action.steps()).hasSize(2);
        assertThat((Run) action.steps().get(0)).satisfies(step -> {
            assertThat(step.common().id()).contains("pack");
            assertThat(step.shell()).contains(Text.of("bash"));
            assertThat(step.workingDirectory()).contains(Text.of("out"));
            assertThat(step.common().condition()).isPresent();
            assertThat(step.common().continueOnError()).isPresent();
        });
        assertThat(((Uses) action.steps().get(1)).action().name()).isEqualTo("./.github/actions/other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{runs: {using: node24, main: index.js, post: end.js}}",
                "{runs: {using: docker, image: Dockerfile}}",
                "{name: nothing}",
                "{runs: {using: [composite]}}"
            })
    void isEmptyForAnActionThatIsAProgram(String action) {
        assertThat(read(action)).isEmpty();
    }

    @Test
    void mindsNoCaseInTheKindOfAction() {
        assertThat(read("{runs: {using: Composite, steps: [{uses: a/b@v1}]}}")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{using: composite}|the key 'steps' is missing",
                "{using: composite, steps: [], pre: x}|unknown key 'pre'",
                "{using: composite, steps: [{run: x}]}|needs a shell",
                "{using: composite, steps: [{run: x, shell: sh, timeout-minutes: 3}]}|no 'timeout-minutes'",
                "{using: composite, steps: [{run: x, shell: sh, background: true}]}|no 'background'",
                "{using: composite, steps: [{parallel: [{run: x, shell: sh}]}]}|runs a script or uses an action",
                "{using: composite, steps: [{run: x, shell: sh, shel: x}]}|unknown key 'shel'",
                "{using: composite, steps: [{run: '${{ x', shell: sh}]}|has no closing"
            })
    void saysWhatIsNoPartOfAnAction(String runs, String message) {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> read("runs: " + runs))
                .withMessageContaining(message);
    }

    @Test
    void refusesAnOutputWithMoreThanAValue() {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> read("{outputs: {a: {valu: x}}, runs: {using: composite, steps: [{uses: a/b@v1}]}}"))
                .withMessageContaining("unknown key 'valu'");
    }

    @Test
    void aStepThatIsNoneDoesNotHideTheOthers() {
        Lenient<CompositeAction> action = ActionReader.readLeniently(YamlReader.read(new SourceText(
                        "action.yml", "{runs: {using: composite, steps: [{run: a}, {run: b, shell: bash}]}}")))
                .orElseThrow();
        assertThat(action.problems()).hasSize(1);
        assertThat(action.value().steps()).hasSize(2);
    }
}
