package dev.slipway.lint;

import dev.slipway.facts.Runner;
import dev.slipway.facts.Runners;
import dev.slipway.facts.Verdict;
import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import dev.slipway.source.Suggestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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
        return "every label of a hosted runner is one that starts jobs, now and for a while";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        for (JobView job : file.jobs()) {
            job.labels().stream()
                    .flatMap(label -> values(file, job, label).stream())
                    .distinct()
                    .forEach(label -> check(label, context.options().today()).ifPresent(problems::add));
        }
        return problems;
    }

    /** A label as it is written, or the values of the matrix that it stands for. */
    private static List<Place> values(WorkflowFile file, JobView job, Place label) {
        Optional<String> column = file.expressionsAt(label.where()).stream()
                .filter(ExpressionSite::whole)
                .flatMap(site -> site.tree().stream())
                .flatMap(tree -> Reference.of(tree).stream())
                .filter(reference ->
                        reference.context().equals("matrix") && reference.path().size() == 1)
                .flatMap(reference -> reference.name(0).stream())
                .findFirst();
        if (column.isEmpty() || job.matrix().isEmpty()) {
            return List.of(label);
        }
        MatrixView matrix = job.matrix().get();
        Stream<Place> axis = matrix.axes().stream()
                .filter(place -> place.name().equals(column.get()))
                .flatMap(place -> place.items().stream());
        Stream<Place> included = matrix.includes().stream().flatMap(row -> row.at(column.get()).stream());
        return Stream.concat(axis, included).toList();
    }

    private static Optional<Problem> check(Place place, LocalDate today) {
        String label = place.text();
        if (label.isEmpty() || label.contains("${{")) {
            return Optional.empty();
        }
        Optional<Runner> runner = Runners.standard().find(label.toLowerCase(Locale.ROOT));
        if (runner.isPresent()) {
            Verdict verdict = runner.get().verdict(today);
            return verdict.fine() ? Optional.empty() : Optional.of(place.problem(verdict.message(), ""));
        }
        return Suggestion.nearest(label, labels())
                .filter(near -> isHosted(label))
                .map(near -> place.problem(
                        "no hosted runner has the label '" + label + "'", "did you mean '" + near + "'?"));
    }

    /** Any other label may be of somebody's own machine, such as {@code ubuntu-24.04-8core}, a larger one of GitHub's. */
    private static boolean isHosted(String label) {
        String name = label.toLowerCase(Locale.ROOT);
        return name.matches("(ubuntu|macos|windows)-.*")
                && labels().stream().noneMatch(known -> name.startsWith(known + "-"));
    }

    private static List<String> labels() {
        return Runners.standard().all().stream().map(Runner::label).toList();
    }
}
