package dev.slipway.toolchain;

import dev.slipway.facts.ActionTable;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Matrix;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Scope;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the jobs that test every change are made of.
 *
 * @param runners the labels that tests run on, at least one
 * @param checkout the step that brings the sources
 * @param packages the step that installs what builds need on Linux
 * @param setup the step of the project's own before its toolchain is installed
 */
public record CiSetting(
        List<String> runners, Uses checkout, Optional<Run> packages, Optional<Run> setup, ActionTable actions) {
    /** What a job may do that only looks. */
    public static final Permissions READ = Permissions.of(Scope.CONTENTS.read("check out the sources"));

    /** The runner of jobs that need nothing of the machine. */
    public static final String MACHINE = "ubuntu-latest";

    private static final Expr<String> OS = Expr.of("runner", "os");

    public CiSetting {
        runners = List.copyOf(runners);
    }

    /** How a job begins that builds on one machine. */
    public List<Step> start() {
        return startOn(List.of(MACHINE));
    }

    /**
     * A job on each runner, up to the setup of its toolchain.
     *
     * @param name with {@code %s} for the runner
     */
    public JobBuilder onEach(String id, String name) {
        Expr<String> os = Expr.of("matrix", "os");
        return Job.named(id)
                .runsOn(RunsOn.label(os))
                .name(Text.format(name, os))
                .permissions(READ)
                .timeoutMinutes(60)
                .matrix(matrix(runners))
                .addAll(startOn(runners));
    }

    /** How a job begins that builds on machines of these labels. */
    public List<Step> startOn(List<String> labels) {
        List<Step> steps = new ArrayList<>(List.of(checkout));
        boolean linux = labels.stream().allMatch(CiSetting::isLinux);
        packages.map(step -> linux ? step : step.when(OS.eq("Linux"))).ifPresent(steps::add);
        setup.ifPresent(steps::add);
        return steps;
    }

    /** A variant for each label. */
    public static Matrix matrix(List<String> labels) {
        return Matrix.axis("os", labels.stream().map(Value::of).toList());
    }

    private static boolean isLinux(String label) {
        return Machine.of(label).os().filter(os -> os == Os.LINUX).isPresent();
    }
}
