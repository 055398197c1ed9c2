package dev.slipway.run.local.action;

import dev.slipway.run.StepOutcome;

/** Logs in to a registry: what is needed for it must be there. */
final class Login implements LocalAction {
    @Override
    public StepOutcome run(ActionCall call) {
        String registry = call.input("registry", "docker.io");
        if (call.input("username").isEmpty() || call.input("password").isEmpty()) {
            return StepOutcome.failure("Username and password required");
        }
        if (registry.equals("ghcr.io")
                && call.input("password").equals(call.site().token())) {
            call.needs("packages", "write", "pushing to " + registry);
        }
        call.standIn(call.action().name() + ": no login to " + registry);
        return StepOutcome.success();
    }
}
