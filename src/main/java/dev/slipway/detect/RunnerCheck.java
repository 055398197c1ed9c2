package dev.slipway.detect;

import dev.slipway.detect.Setup.Placement;
import dev.slipway.facts.Runner;
import dev.slipway.facts.Runners;
import dev.slipway.facts.Verdict;
import dev.slipway.source.Severity;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks up each runner label on the day: a retired one starts no job. */
record RunnerCheck() implements Check {
    @Override
    public Sight sight(Repository repository, Setup setup) {
        return Sight.clear("labels of runners")
                .unless(
                        setup.runners().stream()
                                .anyMatch(it ->
                                        Runners.standard().find(it.label()).isEmpty()),
                        "nothing is known of "
                                + setup.runners().stream()
                                        .map(Placement::label)
                                        .filter(label ->
                                                Runners.standard().find(label).isEmpty())
                                        .distinct()
                                        .collect(Collectors.joining(", ")));
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        Map<String, List<String>> jobs = setup.runners().stream()
                .distinct()
                .collect(Collectors.groupingBy(
                        Placement::label, LinkedHashMap::new, Collectors.mapping(Placement::job, Collectors.toList())));
        return jobs.entrySet().stream()
                .flatMap(entry -> Runners.standard().find(entry.getKey()).stream()
                        .flatMap(runner -> advise(runner, entry.getValue(), today).stream()))
                .toList();
    }

    private static Optional<Advice> advise(Runner runner, List<String> jobs, LocalDate today) {
        Verdict verdict = runner.verdict(today);
        if (verdict.fine()) {
            return Optional.empty();
        }
        Severity severity = verdict.kind() == Verdict.Kind.DEPRECATED ? Severity.WARNING : Severity.ERROR;
        String used = "used by " + String.join(", ", jobs);
        String help = runner.successors().isEmpty()
                ? used
                : used + "; write '" + runner.successors().get(0) + "' instead";
        return Optional.of(new Advice(severity, "runner", verdict.message(), help, runner.url()));
    }
}
