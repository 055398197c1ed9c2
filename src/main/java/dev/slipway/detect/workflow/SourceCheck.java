package dev.slipway.detect.workflow;

import dev.slipway.detect.fact.Fact;
import dev.slipway.run.dry.DryRow;
import dev.slipway.shell.Command;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A command by which changes are checked today.
 *
 * @param kind {@code test} or {@code clippy}
 * @param flags what it looks at beyond what Cargo takes by default
 */
public record SourceCheck(String kind, List<String> flags) {
    public SourceCheck {
        flags = List.copyOf(flags);
    }

    /** Those of the workflows that look at what people push; each once. */
    public static List<Fact<SourceCheck>> of(List<ExistingWorkflow> workflows) {
        Map<SourceCheck, Fact<SourceCheck>> found = new LinkedHashMap<>();
        workflows.stream()
                .filter(ExistingWorkflow::looksAtChanges)
                .flatMap(workflow -> workflow.jobs().stream())
                .flatMap(SourceCheck::in)
                .forEach(fact -> found.putIfAbsent(fact.value(), fact));
        return List.copyOf(found.values());
    }

    private static Stream<Fact<SourceCheck>> in(DryRow job) {
        return job.steps().stream()
                .flatMap(step -> step.commands().stream()
                        .flatMap(command -> of(command).stream())
                        .map(check -> new Fact<>(check, step.place())));
    }

    private static Optional<SourceCheck> of(Command command) {
        List<String> words = command.arguments().stream()
                .filter(word -> !word.startsWith("+"))
                .limit(2)
                .toList();
        boolean cargo = command.program().matches("cargo|cross") && !words.isEmpty();
        boolean lists =
                command.arguments().contains("--no-run") || command.arguments().contains("--doc");
        if (!cargo || lists) {
            return Optional.empty();
        }
        String kind =
                words.get(0).matches("test|t|nextest") ? "test" : words.get(0).equals("clippy") ? "clippy" : "";
        return kind.isEmpty()
                ? Optional.empty()
                : Optional.of(new SourceCheck(kind, flags(words.get(0), new CargoFlags(command).checking())));
    }

    /** A profile of nextest is one of its own settings, and Cargo does not know it. */
    private static List<String> flags(String command, List<String> found) {
        return command.equals("nextest")
                ? found.stream().filter(flag -> !flag.startsWith("--profile=")).toList()
                : found;
    }
}
