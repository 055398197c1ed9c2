package dev.slipway.run.dry;

import dev.slipway.shell.PowerShell;
import dev.slipway.shell.Shell;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Follows scripts; one that many rows run with the same variables, once. */
final class Scripts {
    private final Function<String, Optional<String>> files;
    private final Map<Call, StepEffects> followed = new HashMap<>();

    private record Call(String script, Map<String, String> variables) {}

    /** @param files the text of a file of the repository */
    Scripts(Function<String, Optional<String>> files) {
        this.files = files;
    }

    /** What a script does with these variables; the map must not change afterwards. */
    StepEffects follow(String script, Map<String, String> variables) {
        return followed.computeIfAbsent(new Call(script, variables), this::follow);
    }

    private StepEffects follow(Call call) {
        Shell shell = new Shell(call.variables(), files);
        shell.run(PowerShell.asShell(call.script()));
        return new StepEffects(shell.commands(), shell.outputs(), shell.env());
    }
}
