package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import dev.slipway.source.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds references to steps that do not exist, come later, or are of another job. */
final class StepReferences implements Rule<WorkflowFile> {
    private static final Set<String> PROPERTIES = Set.of("outputs", "outcome", "conclusion");

    @Override
    public String id() {
        return "step-references";
    }

    @Override
    public String summary() {
        return "'steps.<id>' is an earlier step of the same job, with its outputs, outcome or conclusion";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        return file.references("steps").stream()
                .flatMap(found -> check(found.job(), found.site(), found.reference()).stream())
                .toList();
    }

    private static Optional<Problem> check(JobView job, ExpressionSite site, Reference reference) {
        Optional<String> id = reference.name(0);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Optional<StepView> step = job.step(id.get());
        if (step.isEmpty()) {
            List<String> ids = job.steps().stream()
                    .map(StepView::id)
                    .filter(other -> !other.isEmpty())
                    .limit(Suggestion.MOST_WORDS)
                    .toList();
            return Optional.of(site.problem(
                    "job '" + job.id() + "' has no step '" + id.get() + "'",
                    Phrases.meant(id.get(), ids, "steps with an id")));
        }
        Optional<StepView> here = job.stepAt(site.where());
        if (here.isPresent() && here.get().position() <= step.get().position()) {
            return Optional.of(
                    site.problem("step '" + id.get() + "' has not run yet", "only earlier steps have outputs"));
        }
        return reference
                .name(1)
                .filter(property -> !PROPERTIES.contains(property.toLowerCase(Locale.ROOT)))
                .map(property -> site.problem(
                        "a step has no '" + property + "'",
                        Phrases.meant(property, new TreeSet<>(PROPERTIES), "properties of a step")));
    }
}
