package dev.slipway.blueprint;

import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Secrets;
import dev.slipway.model.workflow.Text;
import dev.slipway.plan.Packages;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Scripts;
import java.util.List;

/**
 * The job that proposes the manifest to Microsoft's repository.
 *
 * @see <a href="https://learn.microsoft.com/windows/package-manager/package/repository">Submit your manifest</a>
 */
final class WingetJob {
    private WingetJob() {}

    static Job of(ReleasePlan plan, Packages.Winget winget, Released released, List<Job> needs) {
        Text notes =
                Text.of(plan.project().repository().url() + "/releases/tag/").plus(Text.of(released.tag()));
        return ManifestJob.named(Packages.WINGET, "Propose the winget manifest", plan, released, needs)
                .add(Newest.unlessNewer(plan, released, "Open a pull request", Scripts.read("propose-winget"))
                        .env("GH_TOKEN", Secrets.named(Packages.WINGET_TOKEN))
                        .env("ID", winget.id())
                        .env("VERSION", released.version())
                        .env("NOTES", notes))
                .build();
    }
}
