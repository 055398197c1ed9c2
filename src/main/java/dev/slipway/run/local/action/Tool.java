package dev.slipway.run.local.action;

import dev.slipway.model.expression.Data;
import dev.slipway.run.StepOutcome;
import dev.slipway.run.local.process.LocalProcess;
import java.util.Map;

/**
 * Sets up a tool: the one of this machine is taken.
 *
 * @param program that must be there
 * @param version the input that says which version is wanted
 */
record Tool(String program, String version) implements LocalAction {
    @Override
    public StepOutcome run(ActionCall call) {
        String path = call.env().getOrDefault("PATH", "");
        if (!call.place().inside() && LocalProcess.executable(program, path).isEmpty()) {
            return StepOutcome.failure(program + " is not on this machine");
        }
        if (call.place().inside()) {
            return StepOutcome.failure(call.action().name() + " in a container cannot be rehearsed: "
                    + "rehearse it with --without-containers, or use an image that has " + program);
        }
        String wanted = call.input(version);
        call.standIn(call.action().name() + ": the " + program + " of this machine"
                + (wanted.isEmpty() ? "" : ", in any version; requested: " + wanted));
        return StepOutcome.success(Map.of(version, Data.of(wanted), "cache-hit", Data.of("false")));
    }
}
