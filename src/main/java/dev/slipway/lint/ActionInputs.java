package dev.slipway.lint;

import dev.slipway.facts.ActionInterface;
import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds inputs that a common action does not take, and ones that it must get and does not. */
final class ActionInputs implements Rule<WorkflowFile> {
    private static final List<String> OF_EVERY_CONTAINER = List.of("args", "entrypoint");

    @Override
    public String id() {
        return "action-inputs";
    }

    @Override
    public String summary() {
        return "common actions get only inputs that exist, and all required ones";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        for (JobView job : file.jobs()) {
            job.steps()
                    .forEach(
                            step -> ActionInterface.of(step.action()).ifPresent(known -> check(step, known, problems)));
        }
        return problems;
    }

    private static void check(StepView step, ActionInterface known, List<Problem> problems) {
        List<Place> given = step.place().entries("with");
        for (Place input : given) {
            String name = input.name().toLowerCase(Locale.ROOT);
            if (!known.inputs().contains(name) && !OF_EVERY_CONTAINER.contains(name) && !name.contains("${{")) {
                problems.add(input.keyProblem(
                        "'" + known.action() + "' has no input '" + input.name() + "'",
                        Phrases.meant(input.name(), known.inputs(), "inputs")));
            }
        }
        Place uses = step.uses().orElse(step.place());
        known.required().stream()
                .filter(name -> given.stream().noneMatch(input -> input.name().equalsIgnoreCase(name)))
                .map(name -> uses.problem(
                        "'" + known.action() + "' requires the input '" + name + "'", "add it under 'with'"))
                .forEach(problems::add);
    }
}
