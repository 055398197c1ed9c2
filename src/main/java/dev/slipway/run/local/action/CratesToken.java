package dev.slipway.run.local.action;

import dev.slipway.model.expression.Data;
import dev.slipway.run.StepOutcome;
import java.util.Map;

/** Gives a token for crates.io, which nothing takes. */
final class CratesToken implements LocalAction {
    @Override
    public StepOutcome run(ActionCall call) {
        call.needs("id-token", "write", "a token of crates.io");
        call.standIn(call.action().name() + ": an invalid token");
        return StepOutcome.success(Map.of("token", Data.of("rehearsal")));
    }
}
