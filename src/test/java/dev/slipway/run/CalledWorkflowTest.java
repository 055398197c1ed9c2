package dev.slipway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.expression.Data;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs that call a workflow. */
class CalledWorkflowTest {
    private static final String BUILD = """
            on:
              workflow_call:
                inputs:
                  target: {type: string, required: true}
                  level: {type: number}
                  fast: {type: boolean}
                  tag: {type: string, default: "${{ github.ref_name }}"}
                secrets: {KEY: {required: false}}
                outputs:
                  file: {value: "${{ jobs.pack.outputs.file }}"}
                  result: {value: "${{ jobs.pack.result }}"}
            env: {INNER: 1}
            jobs:
              pack:
                runs-on: x
                outputs: {file: "${{ steps.s.outputs.file }}"}
                steps:
                  - id: s
                    name: pack ${{ inputs.target }}
                    run: ${{ toJSON(inputs) }}
                    env: {KEY: "${{ secrets.KEY }}", TOKEN: "${{ secrets.GITHUB_TOKEN }}"}
            """;

    private final Recorder recorder = new Recorder().has(".github/workflows/build.yml", BUILD);

    private List<JobRun> walk(String jobs) {
        return recorder.walk(Recorder.jobs(jobs));
    }

    @Test
    void inputsHaveTheirTypesAndDefaults() {
        walk("a: {uses: ./.github/workflows/build.yml, with: {TARGET: linux, level: 3}}");
        assertThat(recorder.step("pack linux").script().replaceAll("\\s", ""))
                .isEqualTo("{\"target\":\"linux\",\"level\":3,\"fast\":false,\"tag\":\"v1.2.3\"}");
        recorder.steps.clear();
        walk("a: {uses: ./.github/workflows/build.yml, with: {target: 7, fast: \"${{ true }}\"}}");
        assertThat(recorder.step("pack 7").script().replaceAll("\\s", ""))
                .isEqualTo("{\"target\":\"7\",\"level\":0,\"fast\":true,\"tag\":\"v1.2.3\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|needs the input 'target'",
                "{target: a, tarket: b}|has no input 'tarket'",
                "{target: a, fast: \"true\"}|the input 'fast' is a boolean, not 'true'",
                "{target: a, level: \"3\"}|the input 'level' is a number, not '3'"
            })
    void aCallWithOtherInputsFails(String inputs, String message) {
        JobRun run = walk("a: {uses: ./.github/workflows/build.yml, with: " + inputs + "}")
                .get(0);
        assertThat(run.result()).isEqualTo(Result.FAILURE);
        assertThat(run.message()).contains(message);
        assertThat(recorder.steps).isEmpty();
    }

    @Test
    void onlySecretsThatArePassedAreKnownAndTheTokenAlways() {
        walk("a: {uses: ./.github/workflows/build.yml, with: {target: none}}");
        walk("a: {uses: ./.github/workflows/build.yml, with: {target: one}, secrets: {KEY: \"${{ secrets.KEY }}!\"}}");
        walk("a: {uses: ./.github/workflows/build.yml, with: {target: all}, secrets: inherit}");
        assertThat(List.of("none", "one", "all"))
                .extracting(name -> recorder.step("pack " + name).env().get("KEY"))
                .containsExactly("", "key!", "key");
        assertThat(recorder.steps).allSatisfy(step -> assertThat(step.env()).containsEntry("TOKEN", "token"));
    }

    @Test
    void outputsComeBackAndVariablesStayInside() {
        recorder.gives("pack linux", "file", "a.tar.gz");
        List<JobRun> runs = walk("""
                a: {uses: ./.github/workflows/build.yml, with: {target: linux}}
                b:
                  needs: a
                  runs-on: x
                  steps: [{name: b, run: "${{ needs.a.outputs.file }} ${{ needs.a.outputs.result }} ${{ needs.a.result }}"}]
                """);
        assertThat(runs.get(0).outputs()).isEqualTo(Map.of("file", Data.of("a.tar.gz"), "result", Data.of("success")));
        assertThat(recorder.step("b").script()).isEqualTo("a.tar.gz success success");
        assertThat(recorder.step("b").env()).doesNotContainKey("INNER");
        assertThat(recorder.step("pack linux").env()).containsEntry("INNER", "1");
    }

    @Test
    void aCallFailsWithItsJobsAndIsSkippedByItsOwnCondition() {
        recorder.fails("pack linux");
        List<JobRun> runs = walk("""
                a: {uses: ./.github/workflows/build.yml, with: {target: linux}}
                b: {needs: a, uses: ./.github/workflows/build.yml, with: {target: b}}
                c: {needs: a, if: failure(), uses: ./.github/workflows/build.yml, with: {target: c}}
                d: {if: false, uses: ./.github/workflows/build.yml, with: {target: d}}
                """);
        assertThat(Recorder.results(runs))
                .isEqualTo(Map.of("a", "failure", "b", "skipped", "c", "success", "d", "skipped"));
        assertThat(recorder.ran()).containsExactly("pack linux", "pack c");
        assertThat(runs.get(0).called()).extracting(JobRun::id).containsExactly("pack");
    }

    @Test
    void eachRowOfAMatrixCallsItUnderItsOwnName() {
        recorder.gives("pack mac", "file", "mac").gives("pack linux", "file", "");
        List<JobRun> runs = walk("""
                a:
                  name: Pack it
                  strategy: {matrix: {os: [mac, linux]}}
                  uses: ./.github/workflows/build.yml
                  with: {target: "${{ matrix.os }}", level: "${{ strategy.job-index }}"}
                """);
        assertThat(recorder.rows)
                .extracting(RowSetup::name)
                .containsExactly("Pack it (mac) / pack", "Pack it (linux) / pack");
        assertThat(recorder.step("pack linux").script()).contains("\"level\": 1");
        assertThat(runs.get(0).outputs()).containsEntry("file", Data.of("mac"));
        assertThat(runs.get(0).called()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"true,1", "false,2"})
    void aRowThatFailsEndsTheOthersHereToo(boolean failFast, int called) {
        recorder.fails("pack mac");
        JobRun run = walk("""
                a:
                  strategy: {fail-fast: %s, matrix: {os: [mac, linux]}}
                  uses: ./.github/workflows/build.yml
                  with: {target: "${{ matrix.os }}"}
                """.formatted(failFast)).get(0);
        assertThat(run.result()).isEqualTo(Result.FAILURE);
        assertThat(run.called()).hasSize(called);
    }

    @Test
    void aWorkflowThatIsNotThereFailsTheJob() {
        JobRun run =
                walk("a: {uses: other/repository/.github/workflows/x.yml@v1}").get(0);
        assertThat(run.result()).isEqualTo(Result.FAILURE);
        assertThat(run.message()).isEqualTo("there is no workflow 'other/repository/.github/workflows/x.yml@v1'");
    }

    @Test
    void tenLevelsOfWorkflowsAreTheMost() {
        for (int level = 1; level <= 10; level++) {
            recorder.has(
                    "w" + level + ".yml",
                    "on: workflow_call\njobs:\n  s: {runs-on: x, steps: [{name: level " + level + ", run: x}]}\n"
                            + "  n: {needs: s, uses: ./w" + (level + 1) + ".yml}");
        }
        JobRun run = walk("a: {uses: ./w1.yml}").get(0);
        assertThat(run.result()).isEqualTo(Result.FAILURE);
        assertThat(recorder.ran()).hasSize(9).endsWith("level 9");
    }

    @Test
    void whatMayNotBeCalledIsNotCertainInside() {
        List<JobRun> runs = recorder.walk(
                Recorder.jobs("a: {if: vars.MORE, uses: ./.github/workflows/build.yml, with: {target: x}}"),
                dev.slipway.model.expression.Contexts.NOTHING);
        assertThat(runs.get(0).called().get(0).rows().get(0)).satisfies(row -> {
            assertThat(row.certain()).isFalse();
            assertThat(row.steps().get(0).certain()).isFalse();
        });
        assertThat(recorder.step("pack x").env())
                .containsEntry("KEY", "")
                .containsEntry("TOKEN", "${{ secrets.GITHUB_TOKEN }}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|needs the secret 'KEY'",
                "'secrets: {OTHER: x, KEY: y}'|has no secret 'OTHER'",
                "'secrets: {key: x}'|''",
                "'secrets: inherit'|''"
            })
    void secretsAreThoseThatTheWorkflowAsksFor(String secrets, String message) {
        recorder.has("w.yml", """
                on: {workflow_call: {secrets: {KEY: {required: true}, MORE: {}}}}
                jobs: {in: {runs-on: x, steps: [{name: in, run: x}]}}
                """);
        JobRun run = walk("a:\n  uses: ./w.yml\n  " + secrets).get(0);
        assertThat(run.result()).isEqualTo(message.isEmpty() ? Result.SUCCESS : Result.FAILURE);
        assertThat(run.message()).contains(message);
    }

    @Test
    void aWorkflowThatAsksNotToBeCalledIsNot() {
        recorder.has("w.yml", "on: push\njobs: {in: {runs-on: x, steps: [{name: in, run: x}]}}");
        JobRun run = walk("a: {uses: ./w.yml}").get(0);
        assertThat(run.result()).isEqualTo(Result.FAILURE);
        assertThat(run.message()).contains("has no trigger 'workflow_call'");
        assertThat(recorder.ran()).isEmpty();
    }

    @Test
    void aWorkflowThatCallsItselfIsRefusedWhereItDoes() {
        recorder.has(
                "w.yml",
                "on: workflow_call\njobs:\n  s: {runs-on: x, steps: [{name: s, run: x}]}\n"
                        + "  v: {needs: s, uses: $/v.yml}");
        recorder.has("v.yml", "on: workflow_call\njobs: {w: {uses: ./w.yml}}");
        JobRun run = walk("a: {uses: ./w.yml}").get(0);
        assertThat(run.result()).isEqualTo(Result.FAILURE);
        assertThat(recorder.ran()).containsExactly("s");
        assertThat(run.called().get(1).called().get(0).message()).isEqualTo("the workflow 'w.yml' calls itself");
    }

    @Test
    void anOutputThatIsNotToldStaysOpenOutside() {
        recorder.incomplete().has("w.yml", """
                on: {workflow_call: {outputs: {x: {value: "${{ jobs.in.outputs.far || 'near' }}"}}}}
                jobs: {in: {runs-on: x, steps: [{name: in, run: x}]}}
                """);
        JobRun run = walk("a: {uses: ./w.yml}").get(0);
        assertThat(run.outputs().get("x")).isInstanceOf(Data.Open.class);
    }
}
