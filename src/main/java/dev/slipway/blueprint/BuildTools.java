package dev.slipway.blueprint;

import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.plan.BuildGroup;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Os;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The steps that install what a build needs beside its toolchain. */
final class BuildTools {
    static final String INSTALL = "apt-get install --yes --no-install-recommends";

    private final BuildGroup group;
    private final Expr<String> rowPackages;
    private final List<String> packages;
    private final String sudo;

    /**
     * Works out what is missing where the job runs.
     *
     * @param rowPackages what the variant at hand needs beyond what all need
     */
    BuildTools(ReleasePlan plan, BuildGroup group, Expr<String> rowPackages) {
        this.group = group;
        this.rowPackages = rowPackages;
        boolean container = group.container().isPresent();
        this.sudo = container ? "" : "sudo ";
        this.packages = Stream.concat(
                        container ? plan.toolchain().containerPackages().stream() : Stream.empty(),
                        group.packages().stream())
                .distinct()
                .sorted()
                .toList();
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        if (group.os() == Os.MACOS) {
            if (!packages.isEmpty()) {
                steps.add(Run.script("Install build tools", "brew install " + String.join(" ", packages)));
            }
            return steps;
        }
        String update = sudo + "apt-get update\n";
        if (!packages.isEmpty()) {
            String install = update + sudo + INSTALL + " " + String.join(" ", packages);
            steps.add(Run.script("Install build tools", install));
        }
        if (group.builds().stream().anyMatch(build -> !build.recipe().packages().isEmpty())) {
            String script = (packages.isEmpty() ? update : "") + "xargs " + sudo + INSTALL + " <<< \"$PACKAGES\"";
            steps.add(Run.script("Install tools for the target", script)
                    .when(rowPackages.ne(""))
                    .env("PACKAGES", rowPackages));
        }
        return steps;
    }
}
