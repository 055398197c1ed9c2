package dev.slipway.blueprint;

import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.plan.Build;
import dev.slipway.plan.Packing;
import dev.slipway.plan.ReleasePlan;
import java.util.ArrayList;
import java.util.List;

/** The steps that bring what all builds made: each artifact in a folder with its name, below one. */
record Downloads(ReleasePlan plan, Text folder) {
    /** @param extras where the files that a program generated go, if there are some */
    static List<Step> of(ReleasePlan plan, Text folder, Text extras) {
        Downloads downloads = new Downloads(plan, folder);
        List<Step> steps = new ArrayList<>(downloads.programs());
        if (!plan.packing().generated().isEmpty()) {
            steps.add(downloads
                    .step("Download the generated files")
                    .with("name", Packing.EXTRAS)
                    .with("path", extras));
        }
        return steps;
    }

    /**
     * Every artifact gets a folder with its name. If a pattern finds one alone, the action gives it none; so those that
     * could be alone are asked for by their names.
     *
     * @see <a href="https://github.com/actions/download-artifact">actions/download-artifact</a>
     */
    private List<Step> programs() {
        boolean several =
                plan.builds().filter(build -> !build.own().experimental()).count() > 1;
        if (several) {
            return List.of(step("Download the programs")
                    .with("pattern", plan.project().name() + "-*")
                    .with("path", folder));
        }
        return plan.builds().<Step>map(this::program).toList();
    }

    private Uses program(Build build) {
        String name = Steps.artifact(plan, Text.of(build.platform())).source();
        Uses download =
                step("Download " + build.platform()).with("name", name).with("path", folder.plus(Text.of("/" + name)));
        return build.own().experimental() ? download.mayFail() : download;
    }

    private Uses step(String name) {
        return Uses.action(name, plan.actions().of("actions/download-artifact"));
    }
}
