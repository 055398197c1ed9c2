package dev.slipway.blueprint;

import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.plan.Build;
import dev.slipway.plan.Packing;
import dev.slipway.plan.ReleasePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps that make archives of what the builds have uploaded: in one job, on Linux, whatever the archives are for. They
 * need the sources in the work tree, and leave the archives in {@code dist} and what they hold in {@code packed}.
 */
final class Packer {
    private final ReleasePlan plan;
    private final Released released;

    private Packer(ReleasePlan plan, Released released) {
        this.plan = plan;
        this.released = released;
    }

    static List<Step> steps(ReleasePlan plan, Released released) {
        return new Packer(plan, released).steps();
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>(downloads());
        if (!plan.packing().generated().isEmpty()) {
            steps.add(download("Download the generated files")
                    .with("name", Packing.EXTRAS)
                    .with("path", Packing.EXTRAS));
        }
        steps.add(pack());
        files().ifPresent(steps::add);
        return steps;
    }

    /**
     * Every artifact gets a folder of its own name. Where a pattern finds one alone, the action gives it none; so those that
     * could be alone are asked for by their names.
     *
     * @see <a href="https://github.com/actions/download-artifact">actions/download-artifact</a>
     */
    private List<Step> downloads() {
        boolean several =
                plan.builds().filter(build -> !build.own().experimental()).count() > 1;
        if (several) {
            return List.of(download("Download the programs")
                    .with("pattern", plan.project().name() + "-*")
                    .with("path", "built"));
        }
        return plan.builds().<Step>map(this::download).toList();
    }

    private Uses download(Build build) {
        String name = Steps.artifact(plan, Text.of(build.platform())).source();
        Uses download =
                download("Download " + build.platform()).with("name", name).with("path", "built/" + name);
        return build.own().experimental() ? download.mayFail() : download;
    }

    private Uses download(String name) {
        return Uses.action(name, plan.actions().of("actions/download-artifact"));
    }

    private Run pack() {
        String script = new PackScript(plan).text();
        Run run = Run.script("Pack", script);
        return script.contains("${TAG") ? run.env("TAG", released.tag()) : run;
    }

    /** The files of the repository that a release has beside its archives. */
    private Optional<Run> files() {
        if (plan.release().files().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Run.script(
                "Add the other files",
                String.join(
                        "\n",
                        plan.release().files().stream()
                                .map(file -> "cp " + Steps.REPOSITORY + "/" + file.path() + " " + Steps.DIST + "/"
                                        + file.name())
                                .toList())));
    }
}
