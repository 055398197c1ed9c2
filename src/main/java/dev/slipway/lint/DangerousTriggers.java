package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds privileged workflows that check out code of strangers. */
final class DangerousTriggers implements Rule<WorkflowFile> {
    private static final Pattern FOREIGN = Pattern.compile(
            "github\\.head_ref|github\\.event\\.pull_request\\.(?:head\\..*|number|merge_commit_sha)|github\\.event\\.number"
                    + "|github\\.event\\.workflow_run\\.(?:head_sha|head_branch|head_commit\\..*|head_repository\\..*|pull_requests\\..*)");

    @Override
    public String id() {
        return "dangerous-triggers";
    }

    @Override
    public String summary() {
        return "workflows that anyone can start with access to secrets do not check out that person's code";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        Optional<String> event = Stream.of("pull_request_target", "workflow_run")
                .filter(name -> file.trigger(name).isPresent())
                .findFirst();
        if (event.isEmpty()) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        for (JobView job : file.jobs()) {
            job.steps().stream()
                    .filter(step -> step.usesAction("actions/checkout"))
                    .flatMap(step -> Stream.of("ref", "repository").map(step::input))
                    .flatMap(input -> file.expressionsAt(input.where()).stream())
                    .filter(site -> site.references().stream()
                            .anyMatch(reference ->
                                    FOREIGN.matcher(reference.dotted()).matches()))
                    .map(site -> site.problem(
                            "'" + event.get()
                                    + "' runs with secrets, and this step checks out code that anyone can propose",
                            "use 'pull_request', or do not run any of that code"))
                    .forEach(problems::add);
        }
        return problems;
    }
}
