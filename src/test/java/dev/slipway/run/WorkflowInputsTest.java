package dev.slipway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.expression.Data;
import dev.slipway.model.workflow.Workflow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkflowInputsTest {
    private static final Workflow WORKFLOW = Recorder.read("""
            on:
              workflow_dispatch:
                inputs:
                  channel: { type: choice, options: [beta, stable], required: true }
                  upload: { type: boolean, default: true }
                  retries: { type: number, default: 2 }
                  note: {}
                  size: { type: choice, options: [small, large] }
              workflow_call:
                inputs:
                  commit: { type: string, required: true }
            jobs: { a: { runs-on: x, steps: [{ run: x }] } }
            """);

    private final WorkflowInputs byHand = WorkflowInputs.of(WORKFLOW, "workflow_dispatch");

    private List<String> problems(String... given) {
        return byHand.problems(
                given.length == 0
                        ? Map.of("channel", "beta")
                        : given.length == 2
                                ? Map.of("channel", "beta", given[0], given[1])
                                : Map.of(given[0], given[1], given[2], given[3]));
    }

    @Test
    void everyInputThatIsNeededHasToBeGiven() {
        assertThat(byHand.problems(Map.of()))
                .containsExactly("the workflow needs the input 'channel': write --input channel=beta|stable");
        assertThat(WorkflowInputs.of(WORKFLOW, "workflow_call").problems(Map.of("commit", "")))
                .containsExactly("the workflow needs the input 'commit': write --input commit=VALUE");
        assertThat(problems()).isEmpty();
    }

    @Test
    void anInputThatTheWorkflowDoesNotTakeIsRefusedWithThoseThatItTakes() {
        assertThat(problems("chanel", "beta"))
                .containsExactly("--input chanel: the inputs are channel, upload, retries, note, size");
        assertThat(WorkflowInputs.of(WORKFLOW, "push").problems(Map.of("channel", "beta")))
                .containsExactly("--input channel: the workflow has no inputs for this event");
    }

    @Test
    void valuesFitTheTypeOfTheirInput() {
        assertThat(problems("channel", "nightly", "note", ""))
                .containsExactly("--input channel=nightly: it must be one of beta, stable");
        assertThat(problems("upload", "yes")).containsExactly("--input upload=yes: it must be true or false");
        assertThat(problems("retries", "two")).containsExactly("--input retries=two: it must be a number");
        assertThat(problems("retries", "")).hasSize(1);
        assertThat(problems("retries", "2.5")).isEmpty();
        assertThat(problems("Upload", "false")).isEmpty();
    }

    @Test
    void whatIsNotGivenIsAsTheFormShowsIt() {
        assertThat(byHand.values(Map.of("channel", "stable", "UPLOAD", "false")))
                .containsExactly(
                        Map.entry("channel", Data.of("stable")),
                        Map.entry("upload", Data.FALSE),
                        Map.entry("retries", Data.of(2)),
                        Map.entry("note", Data.EMPTY),
                        Map.entry("size", Data.of("small")));
    }
}
