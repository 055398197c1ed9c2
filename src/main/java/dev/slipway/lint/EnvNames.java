package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds names of variables that no shell can use. */
final class EnvNames implements Rule<WorkflowFile> {
    private static final Pattern BAD = Pattern.compile("[=&\\s\\x00]");

    @Override
    public String id() {
        return "env-names";
    }

    @Override
    public String summary() {
        return "every name under env is one that a shell can use";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        check(file.place().entries("env"), problems);
        for (JobView job : file.jobs()) {
            check(job.place().entries("env"), problems);
            check(job.place().entries("container", "env"), problems);
            job.place().entries("services").forEach(service -> check(service.entries("env"), problems));
            job.steps().forEach(step -> check(step.place().entries("env"), problems));
        }
        return problems;
    }

    private static void check(List<Place> variables, List<Problem> problems) {
        for (Place variable : variables) {
            boolean computed = variable.name().contains("${{");
            if (computed) {
                problems.add(variable.keyProblem("the name of a variable cannot be computed", "write the name itself"));
            } else if (variable.name().isEmpty() || BAD.matcher(variable.name()).find()) {
                problems.add(variable.keyProblem(
                        "'" + variable.name() + "' is no name for a variable", "use letters, digits and '_'"));
            }
        }
    }
}
