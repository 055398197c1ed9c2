package dev.slipway.report;

import dev.slipway.model.expression.Data;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.Tag;
import dev.slipway.run.TriggeringEvent;
import java.util.Map;

/** What starts the release of a tag. Of several ways, a pushed tag comes first, for it is what most people do. */
public final class ReleaseStart {
    private ReleaseStart() {}

    /** The name of the event. */
    public static String event(ReleasePlan plan) {
        if (plan.release().onTag()) {
            return "push";
        }
        if (plan.release().onPublished()) {
            return "release";
        }
        return plan.release().onDispatch() ? "workflow_dispatch" : "workflow_call";
    }

    /** The event. If it happens on a branch, its ref is empty. */
    static TriggeringEvent of(ReleasePlan plan, Tag tag) {
        String ref = "refs/tags/" + tag.name();
        return switch (event(plan)) {
            case "push" -> TriggeringEvent.tag(tag.name());
            case "release" -> new TriggeringEvent("release", "published", ref, Map.of());
            case "workflow_dispatch" ->
                new TriggeringEvent("workflow_dispatch", "", "", Map.of("version", Data.of(tag.version())));
            default -> new TriggeringEvent("workflow_call", "", "", Map.of("tag", Data.of(tag.name())));
        };
    }
}
