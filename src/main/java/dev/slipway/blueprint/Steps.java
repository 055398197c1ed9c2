package dev.slipway.blueprint;

import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Github;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Scripts;

/** Steps and texts that several jobs have. */
final class Steps {
    /** Where archives are collected. */
    static final String DIST = "dist";

    private Steps() {}

    /** Refuses to publish anything for a tag that is no version. */
    static Run checkTag(ReleasePlan plan) {
        return Run.script("Check the tag", Scripts.read("check-version"))
                .env("TAG", Github.REF_NAME)
                .env("TAG_PREFIX", plan.tags().prefix());
    }

    /** Checks out the sources and leaves no token behind; with all history and submodules where the build needs them. */
    static Uses checkout(ReleasePlan plan, boolean history) {
        Uses step =
                Uses.action("Check out", plan.actions().of("actions/checkout")).with("persist-credentials", false);
        Uses whole = history ? step.with("fetch-depth", Value.of(0)) : step;
        return plan.submodules()
                .map(depth -> depth.equals("true") ? whole.with("submodules", true) : whole.with("submodules", depth))
                .orElse(whole);
    }

    /** The name of an archive without {@code .tar.gz}, as an expression over the tag and a row of the matrix. */
    static Text archive(ReleasePlan plan, Text tag, Expr<String> platform, Expr<String> target) {
        Text name = Text.of("");
        for (String token : plan.archives().tokens()) {
            name = name.plus(
                    switch (token) {
                        case "{tag}" -> tag;
                        case "{platform}" -> Text.of(platform);
                        case "{target}" -> Text.of(target);
                        default -> Text.of(token);
                    });
        }
        return name;
    }

    /** What the artifact with the archive of a platform is called. */
    static Text artifact(ReleasePlan plan, Text platform) {
        return Text.of(plan.project().name() + "-").plus(platform);
    }
}
