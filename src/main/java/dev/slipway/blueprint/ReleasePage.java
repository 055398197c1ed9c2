package dev.slipway.blueprint;

import dev.slipway.model.workflow.Workflow;
import dev.slipway.plan.ReleasePlan;

/** What the page about the release says. */
public record ReleasePage(String header) {
    static ReleasePage of(ReleasePlan plan, Workflow release, Header header) {
        return new ReleasePage(header.text());
    }
}
