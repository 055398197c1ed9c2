package dev.slipway.blueprint;

import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Text;
import dev.slipway.plan.Build;
import dev.slipway.plan.BuildGroup;
import dev.slipway.plan.Packing;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.RepositoryFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The steps that create archives from what the builds have uploaded: in one job, on Linux, whatever the archives are for. They
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
        List<Step> steps = new ArrayList<>(Downloads.of(plan, Text.of("built"), Text.of(Packing.EXTRAS)));
        steps.add(pack());
        files().ifPresent(steps::add);
        return steps;
    }

    private Run pack() {
        String script = new PackScript(plan).text();
        Run run = Run.script("Pack", script);
        return script.contains("${TAG") ? run.env("TAG", released.tag()) : run;
    }

    /** The files that a release has in addition to its archives. */
    private Optional<Run> files() {
        if (plan.release().files().isEmpty()) {
            return Optional.empty();
        }
        String script = plan.release().files().stream().map(this::command).collect(Collectors.joining("\n"));
        Run run = Run.script("Add the other files", script);
        return Optional.of(script.contains("${TAG") ? run.env("TAG", released.tag()) : run);
    }

    private String command(RepositoryFile file) {
        return switch (file.source()) {
            case REPOSITORY -> "cp " + Steps.REPOSITORY + "/" + file.path() + " " + target(file);
            case ARCHIVE ->
                "cp \"packed/" + PackScript.place(plan, plan.opened().orElseThrow()) + "/" + file.path() + "\" "
                        + target(file);
            case BUILD ->
                "tar -xOf built/" + tar(plan.giver().orElseThrow()) + " " + file.path() + " > " + target(file);
        };
    }

    /** The files of a build, as an artifact contains them. */
    private String tar(Build build) {
        BuildGroup group = plan.groups().stream()
                .filter(it -> it.builds().contains(build))
                .findFirst()
                .orElseThrow();
        return Steps.artifact(plan, Text.of(build.platform())).source() + "/"
                + new BuildArtifacts(plan, group).wrapped(build);
    }

    private static String target(RepositoryFile file) {
        String name = Steps.DIST + "/" + file.name().inShell();
        return name.contains("$") ? "\"" + name + "\"" : name;
    }
}
