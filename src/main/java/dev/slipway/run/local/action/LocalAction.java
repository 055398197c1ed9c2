package dev.slipway.run.local.action;

import dev.slipway.run.StepOutcome;
import dev.slipway.run.local.artifact.ActionFailed;
import java.io.IOException;

/** Stands in for an action. */
interface LocalAction {
    /** @throws ActionFailed if the action would fail its step */
    StepOutcome run(ActionCall call) throws IOException;
}
