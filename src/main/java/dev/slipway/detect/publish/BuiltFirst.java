package dev.slipway.detect.publish;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.workflow.Builds;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the steps of a release that also compile to WebAssembly, such as plugins that its programs contain. */
public final class BuiltFirst {
    private static final Pattern WEB = Pattern.compile("--target[= ](wasm32-[a-z0-9-]{1,20})");

    private BuiltFirst() {}

    /** Those of jobs that build programs for other platforms. */
    public static List<Fact<ListedStep>> of(ExistingWorkflow workflow) {
        return workflow.jobs().stream()
                .filter(Builds::in)
                .flatMap(job -> job.steps().stream().flatMap(step -> found(job, step).stream()))
                .distinct()
                .toList();
    }

    private static Optional<Fact<ListedStep>> found(DryRow job, DryStep step) {
        return step.commands().stream()
                .flatMap(command -> target(command).stream())
                .findFirst()
                .map(target -> ListedStep.of(
                        step,
                        job.id(),
                        Reason.of(
                                "it also compiles for '" + target + "'",
                                "if the programs contain the result, build it in 'setup' of a system")));
    }

    private static Optional<String> target(Command command) {
        Matcher named = WEB.matcher(command.arguments().contains("build") ? command.toString() : "");
        return named.find() ? Optional.of(named.group(1)) : Optional.empty();
    }
}
