package dev.slipway.run.local.action;

import dev.slipway.model.expression.Data;
import dev.slipway.run.StepOutcome;
import java.util.Map;

/** Gives a token of a GitHub App, which no server takes. */
final class AppToken implements LocalAction {
    @Override
    public StepOutcome run(ActionCall call) {
        call.standIn(call.action().name() + ": an invalid token");
        return StepOutcome.success(Map.of("token", Data.of("rehearsal"), "app-slug", Data.of("rehearsal")));
    }
}
