package dev.slipway.blueprint;

import dev.slipway.facts.ActionTable;
import dev.slipway.model.workflow.ActionRef;
import dev.slipway.model.workflow.Concurrency;
import dev.slipway.model.workflow.Environment;
import dev.slipway.model.workflow.Event;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Matrix;
import dev.slipway.model.workflow.Outputs;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Schedule;
import dev.slipway.model.workflow.Scope;
import dev.slipway.model.workflow.Secrets;
import dev.slipway.model.workflow.Strategy;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.toolchain.Scripts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The workflow that runs Slipway in many repositories, and opens a pull request in each that changes.
 *
 * @param owner whose repositories they are: a token of a GitHub App is for one installation
 * @param list the file with their names, in the repository of the workflow
 * @param shards among how many jobs they are divided
 * @param parallel how many of these run at once
 * @param slipway the commit of Slipway that is built
 */
public record Fleet(String owner, String list, int shards, int parallel, String slipway) {
    /** GitHub's bound on the rows of a matrix. */
    public static final int MAX_SHARDS = 256;

    private static final String REPOSITORY = "slipway-dev/slipway";
    private static final String PROGRAM = "slipway";
    private static final String WEEKLY = "23 4 * * 1";
    private static final Text BUILT = Text.of(Expr.of("runner", "temp")).plus(Text.of("/slipway"));
    private static final String BODY = "`slipway generate` changed these files. The next run updates this pull request;"
            + " close it to be left alone until something else changes.";

    /** Begins with the command that writes it again. */
    public Workflow workflow() {
        Job program = program();
        return Workflow.named("Slipway fleet")
                .comment("Written by this command; run it again to change the file:\n  slipway fleet --repos " + list
                        + " --shards " + shards + " --max-parallel " + parallel + "\n    --slipway " + slipway)
                .on(
                        new Schedule(List.of(new Schedule.Cron(WEEKLY, Optional.empty()))),
                        Event.named("workflow_dispatch"))
                .permissions(Permissions.NONE)
                .concurrency(Concurrency.of(Text.of("slipway-fleet"), false))
                .shell("bash")
                .jobs(List.of(program, shard(program)))
                .build();
    }

    private Job program() {
        return Job.named(PROGRAM)
                .runsOn(RunsOn.UBUNTU_LATEST)
                .name("Build Slipway")
                .permissions(Permissions.of(Scope.CONTENTS.read("check out Slipway")))
                .timeoutMinutes(20)
                .add(checkout("Check out Slipway")
                        .with("repository", REPOSITORY)
                        .with("ref", slipway))
                .add(Run.script("Build", "mvn -q -B -Dmaven.test.skip=true package"))
                .add(Uses.action("Upload Slipway", action("actions/upload-artifact"))
                        .with("name", PROGRAM)
                        .with("path", "target/slipway.jar")
                        .with("if-no-files-found", "error")
                        .with("retention-days", Value.of(3)))
                .build();
    }

    /** Its token can do no more than propose changes, and to no repositories but those of the shard. */
    private Job shard(Job program) {
        Matrix shardNumbers = Matrix.axis(
                "shard", IntStream.range(0, shards).mapToObj(Value::of).toList());
        JobBuilder job = Job.named("propose")
                .runsOn(RunsOn.UBUNTU_LATEST)
                .name(Text.format("Propose (%s)", number()))
                .waitsFor(List.of(program))
                .permissions(Permissions.of(Scope.CONTENTS.read("check out the list of repositories")))
                .environment(Environment.named("slipway-fleet"))
                .strategy(new Strategy(
                        Optional.of(Value.of(false)), Optional.of(Value.of(parallel)), Optional.of(shardNumbers)))
                .timeoutMinutes(60)
                .add(checkout("Check out the list of repositories"));
        Run choose = Run.script("Choose the repositories", Scripts.read("fleet-shard"))
                .env("OWNER", owner)
                .env("FILE", list)
                .env("SHARD", number())
                .env("SHARDS", Value.of(String.valueOf(shards)));
        Expr<String> names = job.add("shard", choose, outputs -> outputs.named("repositories"));
        Expr<Boolean> some = names.ne("");
        job.add(Uses.action("Download Slipway", action("actions/download-artifact"))
                .with("name", PROGRAM)
                .with("path", BUILT)
                .when(some));
        Outputs token = job.add("token", token(names).when(some), Function.identity());
        job.add(Run.script("Propose changes", Scripts.read("fleet-propose"))
                .when(some)
                .env("GH_TOKEN", token.named("token"))
                .env("BOT", Text.format("%s[bot]", token.named("app-slug")))
                .env("OWNER", owner)
                .env("REPOSITORIES", names)
                .env("SLIPWAY", BUILT.plus(Text.of("/slipway.jar")))
                .env("BODY", BODY));
        return job.build();
    }

    private static Expr<String> number() {
        return Expr.of("matrix", "shard");
    }

    private Uses token(Expr<String> names) {
        return Uses.action("Get a token for these repositories", action("actions/create-github-app-token"))
                .with("client-id", Expr.<String>of("vars", "SLIPWAY_FLEET_CLIENT_ID"))
                .with("private-key", Secrets.named("SLIPWAY_FLEET_PRIVATE_KEY"))
                .with("owner", owner)
                .with("repositories", names)
                .with("permission-contents", "write")
                .with("permission-pull-requests", "write")
                .with("permission-workflows", "write");
    }

    private static Uses checkout(String name) {
        return Uses.action(name, action("actions/checkout")).with("persist-credentials", false);
    }

    private static ActionRef action(String name) {
        return ActionTable.standard().of(name);
    }
}
