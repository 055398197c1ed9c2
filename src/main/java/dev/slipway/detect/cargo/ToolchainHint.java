package dev.slipway.detect.cargo;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the Rust that existing workflows build with, for projects that pin it nowhere else. */
final class ToolchainHint {
    private static final Set<String> VARIABLES =
            Set.of("RUST_VERSION", "RUST_TOOLCHAIN", "RUST_TOOLCHAIN_VERSION", "RUSTUP_TOOLCHAIN", "TOOLCHAIN");
    private static final Set<String> ACTIONS = Set.of(
            "dtolnay/rust-toolchain",
            "actions-rs/toolchain",
            "actions-rust-lang/setup-rust-toolchain",
            "moonrepo/setup-rust",
            "hecrj/setup-rust-action",
            "houseabsolute/actions-rust-cross");
    private static final String CHANNEL = "\\d+\\.\\d+(\\.\\d+)?|stable|beta|nightly(-\\d{4}-\\d{2}-\\d{2})?";

    private static final String OLDEST = "(?i).*(msrv|min|oldest).*";

    private ToolchainHint() {}

    static Optional<Fact<String>> of(List<ExistingWorkflow> workflows) {
        return workflows.stream()
                .sorted(Comparator.comparing((ExistingWorkflow workflow) -> !workflow.releases())
                        .thenComparing(ExistingWorkflow::early))
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
        List<Fact<String>> actions = new ArrayList<>();
        List<Fact<String>> commands = new ArrayList<>();
        workflow.jobs().stream()
                .filter(job -> !job.id().matches(OLDEST))
                .flatMap(job -> job.steps().stream())
                .forEach(step -> {
                    if (ACTIONS.contains(step.action())) {
                        actions.add(new Fact<>(channel(step).orElse(""), step.place() + " " + step.action()));
                    }
                    step.commands().stream()
                            .flatMap(command -> channel(command)
                                    .map(name -> new Fact<>(
                                            name,
                                            step.place() + " "
                                                    + String.join(
                                                            " ", command.words().subList(0, 2))))
                                    .stream())
                            .forEach(commands::add);
                });
        return most(actions).or(() -> most(commands));
    }

    private static Optional<Fact<String>> most(List<Fact<String>> found) {
        Map<String, Long> counts = found.stream().collect(Collectors.groupingBy(Fact::value, Collectors.counting()));
        return found.stream()
                .filter(fact -> !fact.value().isEmpty())
                .filter(fact -> 2 * counts.getOrDefault(fact.value(), 0L) > found.size())
                .findFirst();
    }

    private static Optional<String> channel(DryStep step) {
        String input = Stream.of("toolchain", "rust-version", "channel")
                .map(name -> step.with().getOrDefault(name, ""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        String ref = step.uses().replaceFirst("^.*@", "");
        return channel(input.isEmpty() ? ref : input);
    }

    /** A channel without the host that it may be followed by, such as in {@code stable-x86_64-pc-windows-gnu}. */
    private static Optional<String> channel(String text) {
        return Optional.of(text.replaceFirst("^(stable|beta|nightly)-(?=[a-z_]).*", "$1"))
                .filter(channel -> channel.matches(CHANNEL));
    }

    /** What a command builds with, or makes later ones build with. */
    private static Optional<String> channel(Command command) {
        List<String> words = command.words();
        boolean cargo = command.program().matches("cargo|cross|cargo-zigbuild");
        if (cargo && words.size() > 2 && words.get(1).startsWith("+")) {
            boolean builds = words.get(2).matches("build|b|zigbuild|rustc|auditable");
            return builds ? channel(words.get(1).substring(1)) : Optional.empty();
        }
        String said = String.join(" ", words.subList(0, Math.min(words.size(), 3)));
        boolean sets = command.program().equals("rustup")
                && said.matches("(?:\\S*/)?rustup (?:default \\S+|toolchain install|override set)");
        return sets
                ? command.arguments().stream()
                        .filter(word -> !word.matches("default|toolchain|install|override|set|-.*"))
                        .flatMap(word -> channel(word).stream())
                        .findFirst()
                : Optional.empty();
    }
}
