package dev.slipway.detect;

import dev.slipway.run.dry.DryStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the Rust that existing workflows build with, for projects that pin it nowhere else. */
final class ToolchainHint {
    private static final Set<String> VARIABLES =
            Set.of("RUST_VERSION", "RUST_TOOLCHAIN", "RUST_TOOLCHAIN_VERSION", "RUSTUP_TOOLCHAIN", "TOOLCHAIN");
    private static final Set<String> ACTIONS = Set.of(
            "dtolnay/rust-toolchain",
            "actions-rs/toolchain",
            "actions-rust-lang/setup-rust-toolchain",
            "moonrepo/setup-rust",
            "hecrj/setup-rust-action");
    private static final String CHANNEL = "\\d+\\.\\d+(\\.\\d+)?|stable|beta|nightly(-\\d{4}-\\d{2}-\\d{2})?";

    private static final String OLDEST = "(?i).*(msrv|min|oldest).*";

    private ToolchainHint() {}

    static Optional<Fact<String>> of(List<ExistingWorkflow> workflows) {
        return workflows.stream()
                .sorted(Comparator.comparing(workflow -> !workflow.releases()))
                .flatMap(workflow -> variable(workflow).or(() -> action(workflow)).stream())
                .findFirst();
    }

    private static Optional<Fact<String>> variable(ExistingWorkflow workflow) {
        return workflow.env().entrySet().stream()
                .filter(entry ->
                        VARIABLES.contains(entry.getKey()) && entry.getValue().matches(CHANNEL))
                .map(entry -> new Fact<>(entry.getValue(), workflow.file() + " env." + entry.getKey()))
                .findFirst();
    }

    /** That of most jobs: the others try newer and older ones; a job for the oldest does nothing else. */
    private static Optional<Fact<String>> action(ExistingWorkflow workflow) {
        List<Fact<String>> found = new ArrayList<>();
        workflow.jobs().stream()
                .filter(job -> !job.id().matches(OLDEST))
                .flatMap(job -> job.steps().stream())
                .filter(step -> ACTIONS.contains(step.action()))
                .forEach(step -> found.add(new Fact<>(channel(step).orElse(""), step.place() + " " + step.action())));
        return found.stream()
                .filter(fact -> !fact.value().isEmpty())
                .filter(fact -> 2
                                * found.stream()
                                        .filter(other -> other.value().equals(fact.value()))
                                        .count()
                        > found.size())
                .findFirst();
    }

    private static Optional<String> channel(DryStep step) {
        String input = step.with().getOrDefault("toolchain", "");
        String ref = step.uses().replaceFirst("^.*@", "");
        return Optional.of(input.isEmpty() ? ref : input).filter(channel -> channel.matches(CHANNEL));
    }
}
