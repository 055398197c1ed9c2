package dev.slipway.blueprint;

import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Outputs;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.plan.Line;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Scripts;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether a version is the newest of its line. Each job that moves something asks when it runs: the job of an old
 * release that is run again moves nothing back.
 */
record Newest(Outputs of) {
    /** Where a job has the sources that it checks out a second time. */
    private static final String NOW = "now";

    private static final Map<Line, String> BEGINNING =
            Map.of(Line.ALL, "''", Line.MAJOR, "\"${this%%.*}.\"", Line.MINOR, "\"${this%.*}.\"");

    Expr<String> leads(Line line) {
        return of.named(line.word());
    }

    /** A checkout that has every tag, and of other commits no file. */
    static Uses tags(Uses checkout) {
        return checkout.comment("Fetches all tags, but no files of other commits.")
                .with("fetch-depth", Value.of(0))
                .with("filter", "tree:0");
    }

    /** The steps that stop a job if the answer may have changed since: another version was released meanwhile. */
    static List<Step> again(ReleasePlan plan, Released released) {
        return List.of(
                released.checkoutToMove(plan)
                        .comment("Fetches the tags again: some may be newer than the first checkout.")
                        .with("path", NOW),
                Run.script("Check that no other version was released in the meantime", Scripts.read("still-newest"))
                        .env("TAG", released.tag())
                        .env("TAG_PREFIX", plan.tags().prefix()));
    }

    /** The step that asks about some lines. */
    static Run step(ReleasePlan plan, Released released, List<Line> lines) {
        List<String> outputs = lines.stream()
                .map(line -> "echo \"" + line.word() + "=$(leads " + BEGINNING.get(line) + ")\"")
                .toList();
        String tell = outputs.size() == 1
                ? outputs.get(0) + " >> \"$GITHUB_OUTPUT\""
                : outputs.stream().collect(Collectors.joining("\n  ", "{\n  ", "\n} >> \"$GITHUB_OUTPUT\""));
        return Run.script(
                        "Compare with other versions",
                        Scripts.read(plan.tags().script("newest")) + "\n\n" + Scripts.read("leads") + "\n\n" + tell)
                .comment(
                        plan.tags().semantic()
                                ? "A prerelease or a fix for an old version must not become the default."
                                : "A fix for an old version must not become the default.")
                .env("TAG", released.tag())
                .env("TAG_PREFIX", plan.tags().prefix());
    }

    /** The same in a separate folder, so that no file of it is taken for one of the release. */
    static Uses aside(Uses checkout) {
        return checkout.with("path", Steps.REPOSITORY);
    }

    /** A step that asks git in that folder. */
    static Run aside(Run run) {
        return run.env("GIT_DIR", Steps.REPOSITORY + "/.git");
    }

    /** The answer whether a release is the latest, from a step that is added to a job that has the sources aside. */
    static Expr<String> latest(JobBuilder job, ReleasePlan plan, Released released) {
        return job.add("newest", aside(step(plan, released, List.of(Line.ALL))), Newest::new)
                .leads(Line.ALL);
    }

    /** A script, but not if a newer version is released. */
    static Run unlessNewer(ReleasePlan plan, Released released, String name, String script) {
        if (!plan.release().newestOnly()) {
            return Run.script(name, script);
        }
        Run run = Run.script(
                name,
                Scripts.read(plan.tags().script("newest")) + "\n\n" + Scripts.read("stay-behind") + "\n\n" + script);
        return aside(run)
                .env("TAG", released.tag())
                .env("TAG_PREFIX", plan.tags().prefix());
    }
}
