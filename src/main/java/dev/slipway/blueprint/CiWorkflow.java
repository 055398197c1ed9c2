package dev.slipway.blueprint;

import dev.slipway.model.workflow.Concurrency;
import dev.slipway.model.workflow.Event;
import dev.slipway.model.workflow.Github;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Value;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.plan.Ci;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.CiSetting;
import java.util.Map;

/** The workflow that tests every change. */
final class CiWorkflow {
    private CiWorkflow() {}

    static Workflow of(ReleasePlan plan, Ci ci, Header header) {
        CiSetting setting = new CiSetting(
                ci.runners(), Steps.checkout(plan, plan.toolchain().history()), plan.actions());
        Workflow.Builder workflow = Workflow.named("CI")
                .comment(header.text())
                .on(Event.push().branches(ci.branches()), Event.pullRequest())
                .permissions(Permissions.NONE)
                .concurrency(Concurrency.of(Text.format("ci-%s", Github.REF), Github.EVENT_NAME.eq("pull_request")));
        for (Map.Entry<String, Value> variable : plan.toolchain().env().entrySet()) {
            workflow.env(variable.getKey(), variable.getValue());
        }
        return workflow.shell("bash").jobs(plan.toolchain().ci(setting)).build();
    }
}
