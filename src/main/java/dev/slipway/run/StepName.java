package dev.slipway.run;

import dev.slipway.model.expression.EvaluationFailure;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;

/** What people see of a step: its name, or what it runs; one line. */
record StepName(Step step, Values values) {
    String text() {
        if (step.common().name().isPresent()) {
            return line(step.common().name().get());
        }
        if (step instanceof Run run) {
            return "Run " + line(run.script());
        }
        return step instanceof Uses uses ? "Run " + uses.action().source().replaceFirst("^docker://", "") : "";
    }

    private String line(Text text) {
        String all;
        try {
            all = values.text(text);
        } catch (EvaluationFailure failure) {
            all = text.source();
        }
        return all.stripLeading().lines().findFirst().orElse("");
    }
}
