package dev.slipway.blueprint;

import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Secrets;
import dev.slipway.plan.Packages;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Scripts;
import java.util.List;

/** The job that pushes the formula to the tap. */
final class HomebrewJob {
    private HomebrewJob() {}

    static Job of(ReleasePlan plan, Packages.Homebrew homebrew, Released released, List<Job> needs) {
        return ManifestJob.named(Packages.HOMEBREW, "Push the formula", plan, released, needs)
                .add(script(plan, homebrew, released)
                        .env("GH_TOKEN", Secrets.named(Packages.TAP_TOKEN))
                        .env("TAP", homebrew.tap())
                        .env("NAME", homebrew.name())
                        .env("VERSION", released.version()))
                .build();
    }

    private static Run script(ReleasePlan plan, Packages.Homebrew homebrew, Released released) {
        return Newest.unlessNewer(plan, released, "Push to " + homebrew.tap(), Scripts.read("push-formula"));
    }
}
