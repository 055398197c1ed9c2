package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds references to inputs that the workflow does not take. */
final class InputReferences implements Rule<WorkflowFile> {
    @Override
    public String id() {
        return "input-references";
    }

    @Override
    public String summary() {
        return "'inputs.<name>' is an input of 'workflow_dispatch' or 'workflow_call'";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<String> inputs = Stream.of("workflow_dispatch", "workflow_call")
                .flatMap(event -> file.trigger(event).stream())
                .flatMap(event -> event.entries("inputs").stream())
                .map(Place::name)
                .toList();
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.addAll(inputs);
        List<Problem> problems = new ArrayList<>();
        for (ExpressionSite site : file.expressions()) {
            for (Reference reference : site.references()) {
                name(reference)
                        .filter(name -> !known.contains(name))
                        .ifPresent(name -> problems.add(site.problem(
                                "the workflow has no input '" + name + "'", Phrases.meant(name, inputs, "inputs"))));
            }
        }
        return problems;
    }

    private static Optional<String> name(Reference reference) {
        if (reference.isOfEventInputs()) {
            return reference.name(2);
        }
        return reference.context().equals("inputs") ? reference.name(0) : Optional.empty();
    }
}
