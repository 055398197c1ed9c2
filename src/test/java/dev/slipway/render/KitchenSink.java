package dev.slipway.render;

import dev.slipway.model.workflow.ActionRef;
import dev.slipway.model.workflow.CallJob;
import dev.slipway.model.workflow.Cancel;
import dev.slipway.model.workflow.Concurrency;
import dev.slipway.model.workflow.Container;
import dev.slipway.model.workflow.Defaults;
import dev.slipway.model.workflow.Environment;
import dev.slipway.model.workflow.Event;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Github;
import dev.slipway.model.workflow.Input;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Matrix;
import dev.slipway.model.workflow.Parallel;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Schedule;
import dev.slipway.model.workflow.Scope;
import dev.slipway.model.workflow.Secrets;
import dev.slipway.model.workflow.Service;
import dev.slipway.model.workflow.Snapshot;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Strategy;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Trigger;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.model.workflow.Wait;
import dev.slipway.model.workflow.WaitAll;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.model.workflow.WorkflowCall;
import dev.slipway.model.workflow.WorkflowDispatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workflow that says everything a workflow can say, for tests of how it is written. */
final class KitchenSink {
    private static final ActionRef CHECKOUT =
            new ActionRef("actions/checkout", "1af3b93b6815bc44a9784bd300feb67ff0d1eeb3", "v6.0.1");

    private KitchenSink() {}

    static Workflow workflow() {
        StepsJob lint = lint();
        StepsJob build = build(lint);
        return new Workflow(
                "Everything a workflow can say.\n\nA second paragraph.",
                "Kitchen sink: all of it",
                Optional.of("What the list of workflows shows"),
                Optional.of(Text.format("Sink by @%s", Github.ACTOR)),
                triggers(),
                Optional.of(Permissions.NONE),
                Optional.of("read"),
                map("CARGO_TERM_COLOR", Value.of("always"), "RETRIES", Value.of(3), "VERBOSE", Value.of(false)),
                Optional.of(new Defaults(Optional.of(Text.of("bash")), Optional.of(Text.of("crates")))),
                Optional.of(Concurrency.of(Text.format("%s-%s", Github.WORKFLOW, Github.REF), false)),
                List.of(lint, build, call(lint, build), inherit(), dynamic()));
    }

    private static List<Trigger> triggers() {
        Input level = new Input(
                Optional.of("How loud"), "choice", true, Optional.of(Value.of("warn")), List.of("info", "warn"));
        Input dry = new Input(Optional.empty(), "boolean", false, Optional.of(Value.of(true)), List.of());
        Input count = new Input(Optional.empty(), "number", false, Optional.of(Value.of(7)), List.of());
        return List.of(
                Event.push().tags(List.of("v*", "!v*-draft")),
                Event.pullRequest()
                        .types("opened", "synchronize")
                        .branches(List.of("main"))
                        .paths(List.of(
                                "crates/a-rather-long-name/**",
                                "crates/another-rather-long-name/**",
                                "crates/the-last-of-the-long-names/**")),
                Event.named("release"),
                new Schedule(List.of(
                        new Schedule.Cron("17 4 * * 1", Optional.empty()),
                        new Schedule.Cron("0 12 * * *", Optional.of("Europe/Berlin")))),
                new WorkflowDispatch(map("level", level, "dry-run", dry)),
                new WorkflowCall(
                        map("count", count),
                        map(
                                "TOKEN",
                                new WorkflowCall.Secret(Optional.of("May push"), true),
                                "OTHER",
                                new WorkflowCall.Secret(Optional.empty(), false)),
                        map(
                                "digest",
                                new WorkflowCall.Output(
                                        Optional.of("Of the image"),
                                        Text.of(Expr.of("jobs", "build", "outputs", "digest"))))));
    }

    private static StepsJob lint() {
        return Job.named("lint")
                .runsOn(RunsOn.UBUNTU_LATEST)
                .comment("Cheap, so first.")
                .permissions(Permissions.of(Scope.CONTENTS.read("for the checkout"), Scope.ID_TOKEN.none()))
                .container(Container.image("debian:bookworm"))
                .environment(Environment.named("staging"))
                .concurrency(new Concurrency(Text.of("lint"), Optional.empty(), Optional.empty()))
                .timeoutMinutes(10)
                .add(Uses.action("Check out", CHECKOUT)
                        .with("persist-credentials", false)
                        .with("fetch-depth", Value.of(0))
                        .with("token", Secrets.GITHUB_TOKEN))
                .add(Run.script("Format", "cargo fmt --check").comment("Two lines\nof reason."))
                .add(Run.script("Count", "set -eu\n\nfor f in *.rs; do\n\twc -l \"$f\" # lines\ndone\n"))
                .build();
    }

    private static StepsJob build(StepsJob lint) {
        return new StepsJob(
                "build",
                "",
                Optional.of(Text.format("Build for %s", Expr.of("matrix", "target"))),
                List.of(lint),
                Optional.of(Expr.not(Expr.cancelled())),
                new RunsOn(List.of(Text.of("self-hosted"), Text.of("linux")), Optional.of(Text.of("big"))),
                Optional.of(fullContainer()),
                map(
                        "redis",
                        new Service(
                                Container.image("redis:8"),
                                Optional.of(Text.of("/run")),
                                Optional.of(Text.of("--save")))),
                Optional.of(Permissions.READ_ALL),
                Optional.of("write-only"),
                Optional.of(new Environment(
                        Text.of("production"),
                        Optional.of(Text.of("https://example.com/#latest")),
                        Optional.of(Value.of(false)))),
                Optional.of(new Concurrency(Text.of("build"), Optional.of(Value.of(true)), Optional.of("single"))),
                Optional.of(Value.of(Expr.call("fromJSON", Expr.text("30")))),
                Optional.of(Value.of(5)),
                Optional.of(Value.of(Expr.of("matrix", "experimental"))),
                Optional.of(
                        new Strategy(Optional.of(Value.of(false)), Optional.of(Value.of(2)), Optional.of(matrix()))),
                Optional.of(Defaults.shell("bash")),
                map("EMPTY", Value.of(""), "VERSION", Value.of("1.10"), "ON", Value.of("on")),
                map("digest", Text.of(Expr.of("steps", "push", "outputs", "digest"))),
                Optional.of(new Snapshot(Text.of("warm"), Optional.of(Text.of("2.*")), Optional.of(Expr.success()))),
                steps());
    }

    private static Container fullContainer() {
        return new Container(
                Text.of("ghcr.io/slipway-dev/builder:1"),
                Optional.of(new Container.Credentials(Text.of(Github.ACTOR), Text.of(Secrets.GITHUB_TOKEN))),
                map("LANG", Value.of("C.UTF-8")),
                List.of(Value.of(80), Value.of("443:8443")),
                List.of(Text.of("cache:/cache"), Text.of("/tmp:/tmp")),
                Optional.of(Text.of("--cpus 2")),
                "kept small");
    }

    private static Matrix matrix() {
        return new Matrix(
                map(
                        "target",
                        List.of(Value.of("x86_64-unknown-linux-gnu"), Value.of("aarch64-unknown-linux-gnu")),
                        "experimental",
                        List.of(Value.of(false))),
                List.of(
                        map("target", Value.of("aarch64-unknown-linux-gnu"), "cross", Value.of(true)),
                        map("target", Value.of("riscv64gc-unknown-linux-gnu"), "experimental", Value.of(true))),
                List.of(map("target", Value.of("x86_64-unknown-linux-gnu"), "experimental", Value.of(true))),
                Optional.empty());
    }

    private static List<Step> steps() {
        Step.Common push = new Step.Common(
                "",
                Optional.of(Text.of("Push")),
                Optional.of("push"),
                Optional.of(Github.EVENT_NAME.ne("pull_request")),
                map("DIGEST", Value.of("on")),
                Optional.of(Value.of(true)),
                Optional.of(Value.of(4)),
                false);
        Step.Common background = new Step.Common(
                "Goes on by itself.",
                Optional.empty(),
                Optional.of("server"),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                true);
        return List.of(
                new Run(push, Text.of("./push.sh\n"), Optional.of(Text.of("bash")), Optional.of(Text.of("scripts"))),
                new Run(background, Text.of("./serve.sh"), Optional.empty(), Optional.empty()),
                new Uses(
                        named("Tags"),
                        new ActionRef("docker/metadata-action", "v5", ""),
                        map(
                                "images", Value.of("ghcr.io/otto-rs/otto"),
                                "tags", Value.of("type=semver,pattern={{raw}}\ntype=sha\n"))),
                new Uses(named("Own"), new ActionRef("./.github/actions/own", "", ""), Map.of())
                        .env("LEVEL", Value.of(Expr.of("inputs", "level"))),
                new Wait(named("Wait for one"), List.of("server")),
                new Wait(named("Wait for two"), List.of("server", "push")),
                new WaitAll(named("Wait for all")),
                new Cancel(named("Stop"), "server"),
                new Parallel(
                        new Step.Common(
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Map.of(),
                                Optional.empty(),
                                Optional.empty(),
                                false),
                        List.of(
                                Run.script("One", "echo 1\necho one\n"),
                                Run.script("Two", "echo 2").comment("The other."))));
    }

    private static Step.Common named(String name) {
        return Run.script(name, "").common();
    }

    private static CallJob call(StepsJob lint, StepsJob build) {
        return new CallJob(
                "publish",
                "Elsewhere.",
                Optional.of(Text.of("Publish")),
                List.of(lint, build),
                Optional.of(Expr.startsWith(Github.REF, "refs/tags/")),
                Optional.of(Permissions.of(Scope.PACKAGES.write("to push the image"))),
                Optional.of("none"),
                Optional.of(Concurrency.of(Text.of("publish"), Github.EVENT_NAME.eq("push"))),
                Optional.of(Strategy.all(Matrix.axis("arch", List.of(Value.of("amd64"), Value.of("arm64"))))),
                new ActionRef("slipway-dev/workflows/.github/workflows/publish.yml", "v1", ""),
                map("arch", Value.of(Expr.of("matrix", "arch")), "attempts", Value.of(2)),
                map("TOKEN", Text.of(Secrets.GITHUB_TOKEN)),
                false);
    }

    private static CallJob inherit() {
        return new CallJob(
                "announce",
                "",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new ActionRef("$/.github/workflows/announce.yml", "", ""),
                Map.of(),
                Map.of(),
                true);
    }

    private static StepsJob dynamic() {
        Expr<Object> rows = Expr.call("fromJSON", Expr.of("vars", "ROWS"));
        return Job.named("dynamic")
                .runsOn(RunsOn.label(Expr.<String>of("matrix", "os")))
                .matrix(new Matrix(Map.of(), List.of(), List.of(), Optional.of(rows)))
                .add(Run.script("Show", "uname -a"))
                .build();
    }

    @SuppressWarnings("unchecked")
    private static <V> Map<String, V> map(Object... keysAndValues) {
        Map<String, V> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], (V) keysAndValues[i + 1]);
        }
        return map;
    }
}
