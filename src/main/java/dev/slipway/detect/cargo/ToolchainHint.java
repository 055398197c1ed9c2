package dev.slipway.detect.cargo;

import dev.slipway.detect.asset.Triples;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.workflow.Builds;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.detect.workflow.JobToolchain;
import dev.slipway.run.dry.DryRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the Rust that existing workflows build with. */
final class ToolchainHint {
    private static final Set<String> VARIABLES =
            Set.of("RUST_VERSION", "RUST_TOOLCHAIN", "RUST_TOOLCHAIN_VERSION", "RUSTUP_TOOLCHAIN", "TOOLCHAIN");

    private static final String OLDEST = "(?i).*(msrv|min|oldest).*";

    private ToolchainHint() {}

    /** What the builds of a release use in spite of a toolchain file. */
    static Optional<Fact<String>> forced(List<ExistingWorkflow> workflows) {
        return ordered(workflows)
                .filter(ExistingWorkflow::releases)
                .limit(1)
                .flatMap(workflow -> most(building(workflow), JobToolchain::forced).stream())
                .findFirst();
    }

    /** For projects that pin it nowhere else: what a release builds with, otherwise what most workflows do. */
    static Optional<Fact<String>> of(List<ExistingWorkflow> workflows) {
        Optional<Fact<String>> released = said(ordered(workflows).filter(ExistingWorkflow::releases)).stream()
                .findFirst();
        if (released.isPresent()) {
            return released;
        }
        List<Fact<String>> others = said(ordered(workflows));
        Map<String, Long> counts = others.stream().collect(Collectors.groupingBy(Fact::value, Collectors.counting()));
        return others.stream()
                .reduce((one, next) ->
                        counts.getOrDefault(next.value(), 0L) > counts.getOrDefault(one.value(), 0L) ? next : one);
    }

    private static List<Fact<String>> said(Stream<ExistingWorkflow> workflows) {
        return workflows
                .flatMap(workflow -> variable(workflow).or(() -> used(workflow)).stream())
                .toList();
    }

    /** With what a release builds some of its targets, if that is not what it builds most with. */
    static List<OtherToolchain> others(List<ExistingWorkflow> workflows, String usual) {
        Map<String, List<String>> triples = new LinkedHashMap<>();
        Map<String, String> places = new LinkedHashMap<>();
        ordered(workflows)
                .filter(ExistingWorkflow::releases)
                .limit(1)
                .flatMap(workflow -> building(workflow).stream())
                .forEach(job -> JobToolchain.of(job)
                        .any()
                        .filter(fact -> !fact.value().isEmpty() && !fact.value().equals(usual))
                        .ifPresent(fact -> Triples.inRow(job).ifPresent(triple -> {
                            triples.computeIfAbsent(fact.value(), channel -> new ArrayList<>())
                                    .add(triple);
                            places.putIfAbsent(fact.value(), fact.from());
                        })));
        return triples.entrySet().stream()
                .map(entry ->
                        new OtherToolchain(entry.getKey(), entry.getValue(), places.getOrDefault(entry.getKey(), "")))
                .toList();
    }

    private static Stream<ExistingWorkflow> ordered(List<ExistingWorkflow> workflows) {
        return workflows.stream()
                .sorted(Comparator.comparing((ExistingWorkflow workflow) -> !workflow.releases())
                        .thenComparing(ExistingWorkflow::early));
    }

    private static Optional<Fact<String>> variable(ExistingWorkflow workflow) {
        return workflow.env().entrySet().stream()
                .filter(entry ->
                        VARIABLES.contains(entry.getKey()) && entry.getValue().matches(JobToolchain.CHANNEL))
                .map(entry -> new Fact<>(entry.getValue(), workflow.file() + " env." + entry.getKey()))
                .findFirst();
    }

    /** The toolchain of most builds of a release; if none sets one, that of most jobs, except for the oldest that is tested. */
    private static Optional<Fact<String>> used(ExistingWorkflow workflow) {
        List<DryRow> building = workflow.releases() ? building(workflow) : List.of();
        boolean told =
                building.stream().anyMatch(job -> JobToolchain.of(job).any().isPresent());
        List<DryRow> others = workflow.jobs().stream()
                .filter(job -> !job.id().matches(OLDEST))
                .toList();
        return most(told ? building : others, JobToolchain::any);
    }

    private static List<DryRow> building(ExistingWorkflow workflow) {
        return workflow.released().jobs().stream().filter(Builds::in).toList();
    }

    private static Optional<Fact<String>> most(
            List<DryRow> jobs, Function<JobToolchain, Optional<Fact<String>>> question) {
        List<Fact<String>> found = jobs.stream()
                .map(JobToolchain::of)
                .flatMap(toolchain -> question.apply(toolchain).stream())
                .toList();
        Map<String, Long> counts = found.stream().collect(Collectors.groupingBy(Fact::value, Collectors.counting()));
        return found.stream()
                .filter(fact -> !fact.value().isEmpty())
                .filter(fact -> 2 * counts.getOrDefault(fact.value(), 0L) > found.size())
                .findFirst();
    }
}
