package dev.slipway.run.local.action;

import dev.slipway.run.StepOutcome;
import dev.slipway.run.local.process.LocalProcess;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Installs tools: those of this machine are taken. */
final class InstallTool implements LocalAction {
    @Override
    public StepOutcome run(ActionCall call) {
        List<String> missing = new ArrayList<>();
        List<String> tools = Arrays.stream(call.input("tool").split("[,\\s]+"))
                .map(tool -> tool.replaceFirst("@.*", ""))
                .filter(tool -> !tool.isEmpty())
                .toList();
        for (String tool : tools) {
            if (LocalProcess.executable(tool, call.env().getOrDefault("PATH", ""))
                    .isEmpty()) {
                missing.add(tool);
            }
        }
        if (!missing.isEmpty()) {
            return StepOutcome.failure(String.join(", ", missing) + ": not on this machine; install it, or skip "
                    + "the step with --skip-action " + call.action().name());
        }
        call.standIn(call.action().name() + ": " + String.join(", ", tools) + " of this machine");
        return StepOutcome.success();
    }
}
