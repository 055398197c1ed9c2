package dev.slipway.lint;

import dev.slipway.facts.Runner;
import dev.slipway.facts.Runners;
import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import dev.slipway.source.Suggestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds labels of hosted runners that are gone, soon will be, or never were.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/runners/github-hosted-runners">GitHub-hosted runners</a>
 */
final class RunnerLabel implements Rule<WorkflowFile> {
    @Override
    public String id() {
        return "runner-label";
    }

    @Override
    public String summary() {
        return "labels of hosted runners exist and are not about to be retired";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        for (JobView job : file.jobs()) {
            RunnerLabels.of(file, job)
                    .forEach(label -> check(label, context.options().today()).ifPresent(problems::add));
        }
        return problems;
    }

    private static Optional<Problem> check(Place place, Optional<LocalDate> today) {
        String label = place.text();
        Optional<Runner> runner = Runners.standard().find(label);
        if (runner.isPresent()) {
            return today.map(runner.get()::verdict)
                    .filter(verdict -> !verdict.fine())
                    .map(verdict -> place.problem(verdict.message(), ""));
        }
        return Optional.of(label)
                .filter(RunnerLabel::isHosted)
                .flatMap(it -> Suggestion.nearest(it, labels()))
                .map(near -> place.problem(
                        "no hosted runner has the label '" + label + "'", "did you mean '" + near + "'?"));
    }

    /** Any other label may belong to a self-hosted runner or, such as {@code ubuntu-24.04-8core}, to a larger one of GitHub. */
    private static boolean isHosted(String label) {
        String name = label.toLowerCase(Locale.ROOT);
        return name.matches("(ubuntu|macos|windows)-.*")
                && labels().stream().noneMatch(known -> name.startsWith(known + "-"));
    }

    private static List<String> labels() {
        return Runners.standard().all().stream().map(Runner::label).toList();
    }
}
