package dev.slipway.blueprint;

import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.plan.Build;
import dev.slipway.plan.BuildGroup;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Os;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The steps that install what a build needs in addition to its toolchain. */
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
        Stream<String> missing = container
                ? Stream.of(
                                plan.toolchain().containerPackages(),
                                forSetup(group),
                                List.of("curl"),
                                plan.sources().lfs() ? List.of("git-lfs") : List.<String>of())
                        .flatMap(List::stream)
                : Stream.empty();
        this.packages = Stream.concat(missing, group.packages().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** What is written for runners says {@code sudo}, whether it is in the config or in a script of the project. */
    private static List<String> forSetup(BuildGroup group) {
        boolean any =
                group.builds().stream().anyMatch(build -> build.own().setup().isPresent());
        return any ? List.of("sudo") : List.of();
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>(common());
        if (group.builds().stream().anyMatch(BuildTools::needsMore)) {
            String script = (packages.isEmpty() ? update() : "") + "xargs " + installer() + " <<< \"$PACKAGES\"";
            steps.add(Run.script("Install tools for the target", script)
                    .when(rowPackages.ne(""))
                    .env("PACKAGES", rowPackages));
        }
        return steps;
    }

    /** The step for what all variants need. */
    List<Step> common() {
        return packages.isEmpty()
                ? List.of()
                : List.of(Run.script("Install build tools", update() + installer() + " " + String.join(" ", packages)));
    }

    private String update() {
        return group.host() == Os.LINUX ? sudo + "apt-get update\n" : "";
    }

    private static boolean needsMore(Build build) {
        return !build.recipe().packages().isEmpty() || !build.own().packages().isEmpty();
    }

    private String installer() {
        return switch (group.host()) {
            case MACOS -> "brew install";
            case WINDOWS -> "choco install --yes --no-progress";
            case LINUX, FREEBSD, OTHER -> sudo + INSTALL;
        };
    }
}
