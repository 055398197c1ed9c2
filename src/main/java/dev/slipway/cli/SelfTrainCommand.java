package dev.slipway.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code slipway self-train}: does a little of everything, so that the launcher can archive the classes it takes. */
final class SelfTrainCommand implements Command {
    private static final List<List<String>> LESSONS = List.of(
            List.of("--version"), List.of("--help"), List.of("completion", "fish"), List.of("--no-such-option"));

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
        spec.usageMessage().hidden(true).description("Runs other commands without a trace.");
        return spec;
    }

    @Override
    public ExitCode run(Console console) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        LESSONS.forEach(lesson -> Main.run(lesson, nowhere, nowhere));
        return ExitCode.FINE;
    }
}
