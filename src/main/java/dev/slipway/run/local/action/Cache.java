package dev.slipway.run.local.action;

import dev.slipway.model.expression.Data;
import dev.slipway.run.StepOutcome;
import java.util.Map;

/** A cache, which is empty. */
final class Cache implements LocalAction {
    @Override
    public StepOutcome run(ActionCall call) {
        call.standIn(call.action().name() + ": restores nothing and saves nothing");
        return StepOutcome.success(Map.of("cache-hit", Data.of("false")));
    }
}
