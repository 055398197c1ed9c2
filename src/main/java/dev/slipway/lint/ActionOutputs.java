package dev.slipway.lint;

import dev.slipway.facts.ActionInterface;
import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.List;
import java.util.Optional;

/** Finds outputs that a common action does not give. */
final class ActionOutputs implements Rule<WorkflowFile> {
    @Override
    public String id() {
        return "action-outputs";
    }

    @Override
    public String summary() {
        return "expressions use only outputs that a common action has";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        return file.references("steps").stream()
                .filter(found -> found.reference()
                        .name(1)
                        .filter("outputs"::equalsIgnoreCase)
                        .isPresent())
                .flatMap(found -> check(found.job(), found.site(), found.reference()).stream())
                .toList();
    }

    private static Optional<Problem> check(JobView job, ExpressionSite site, Reference reference) {
        Optional<ActionInterface> known =
                reference.name(0).flatMap(job::step).flatMap(step -> ActionInterface.of(step.action()));
        // some actions give an output for each thing they find, under names of its own
        return known.filter(action -> !action.outputs().isEmpty())
                .flatMap(action -> reference
                        .name(2)
                        .filter(name -> action.outputs().stream().noneMatch(name::equalsIgnoreCase))
                        .map(name -> site.problem(
                                "'" + action.action() + "' has no output '" + name + "'",
                                Phrases.meant(name, action.outputs(), "outputs"))));
    }
}
