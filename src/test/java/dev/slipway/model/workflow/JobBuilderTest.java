package dev.slipway.model.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobBuilderTest {
    private static final ActionRef CHECKOUT = new ActionRef("actions/checkout", "v6", "");

    /** The outputs of a step that makes a digest. */
    private record Digest(Outputs of) {
        Expr<String> value() {
            return of.named("digest");
        }
    }

    private static StepsJob job(String id) {
        return started(id).output("sum", Expr.of("github", "sha")).build();
    }

    /** A job with a step. */
    private static JobBuilder started(String id) {
        return Job.named(id).runsOn(RunsOn.UBUNTU_LATEST).add(Run.script("Greet", "echo hello"));
    }

    @Test
    void aNeededJobsOutputAndResultMayBeUsed() {
        StepsJob first = job("first");
        StepsJob second = started("second")
                .needs(first)
                .when(first.result().eq("success"))
                .env("SUM", Value.of(first.output("sum")))
                .build();
        assertThat(second.neededIds()).containsExactly("first");
        assertThat(second.condition().map(Expr::source)).contains("needs.first.result == 'success'");
        assertThat(((Text) second.env().get("SUM")).source()).isEqualTo("${{ needs.first.outputs.sum }}");
    }

    @Test
    void anotherJobsOutputMayNot() {
        StepsJob first = job("first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> started("second")
                        .env("SUM", Value.of(first.output("sum")))
                        .build())
                .withMessage("job second has no needs.first to refer to");
    }

    @Test
    void anOutputThatAJobLacksIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> job("first").output("sun"))
                .withMessage("job first has no output 'sun'");
    }

    @Test
    void aColumnThatTheMatrixLacksIsRefusedWhereverItStands() {
        Expr<String> os = Expr.of("matrix", "os");
        Matrix other = Matrix.axis("platform", List.of(Value.of("x")));
        assertThat(List.<JobBuilder>of(
                        Job.named("a").runsOn(os).add(Run.script("Greet", "echo hello")),
                        started("a").name(Text.of(os)).matrix(other),
                        started("a").when(os.eq("x")),
                        started("a").env("OS", Value.of(os)),
                        started("a").output("os", os),
                        started("a").concurrency(Concurrency.of(Text.of(os), true)),
                        started("a").continueOnError(os.eq("x")),
                        started("a").environment(new Environment(Text.of(os), Optional.empty(), Optional.empty())),
                        started("a")
                                .environment(new Environment(Text.of("x"), Optional.of(Text.of(os)), Optional.empty())),
                        started("a")
                                .container(new Container(
                                        Text.of(os),
                                        Optional.empty(),
                                        Map.of(),
                                        List.of(),
                                        List.of(),
                                        Optional.empty(),
                                        "")),
                        started("a")
                                .container(new Container(
                                        Text.of("x"),
                                        Optional.empty(),
                                        Map.of("A", Value.of(os)),
                                        List.of(),
                                        List.of(),
                                        Optional.empty(),
                                        "")),
                        started("a").add(Run.script("s", "x").when(os.ne("x"))),
                        started("a").add(Run.script("s", "x").env("OS", os)),
                        started("a").add(Run.script("s", Text.of(os))),
                        started("a").add(Uses.action("u", CHECKOUT).with("ref", os)),
                        started("a").add(Uses.action("u", CHECKOUT).env("OS", Value.of(os))),
                        started("a")
                                .add(Uses.action("u", CHECKOUT).when(Expr.not(Expr.and(Expr.always(), os.eq("x")))))))
                .allSatisfy(job -> assertThatThrownBy(job::build)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("job a has no matrix.os to refer to"));
    }

    @Test
    void aColumnThatTheMatrixHasIsTaken() {
        Expr<String> os = Expr.of("matrix", "os");
        Value x = Value.of("x");
        assertThat(List.of(
                        Matrix.axis("os", List.of(x)),
                        Matrix.include(List.of(Map.of("arch", x), Map.of("os", x))),
                        new Matrix(Map.of(), List.of(), List.of(), Optional.of(Expr.of("inputs", "matrix")))))
                .allSatisfy(matrix -> assertThat(started("a")
                                .env("OS", Value.of(os))
                                .matrix(matrix)
                                .build()
                                .env())
                        .hasSize(1));
        assertThat(Matrix.axis("os", List.of(x)).has("arch")).isFalse();
    }

    @Test
    void aStepHasAnIdOnlyWhereItsOutputIsUsed() {
        JobBuilder builder = Job.named("a").runsOn(RunsOn.UBUNTU_LATEST);
        Digest used = builder.add("used", Run.script("one", "x"), Digest::new);
        builder.add("unused", Run.script("two", "x"), Digest::new);
        builder.add(Run.script("three", "x").env("DIGEST", used.value()));
        StepsJob job = builder.build();
        assertThat(job.steps())
                .extracting(step -> step.common().id())
                .containsExactly(Optional.of("used"), Optional.empty(), Optional.empty());
        assertThat(((Text) job.steps().get(2).common().env().get("DIGEST")).source())
                .isEqualTo("${{ steps.used.outputs.digest }}");
    }

    @Test
    void anOutputOfAJobGivesItsStepAnId() {
        JobBuilder builder = Job.named("a").runsOn(RunsOn.UBUNTU_LATEST);
        Digest digest = builder.add("push", Uses.action("u", CHECKOUT), Digest::new);
        assertThat(builder.output("digest", digest.value())
                        .build()
                        .steps()
                        .get(0)
                        .common()
                        .id())
                .contains("push");
    }

    @Test
    void aStepThatComesLaterCannotBeUsed() {
        JobBuilder builder = Job.named("a").runsOn(RunsOn.UBUNTU_LATEST);
        builder.add(Run.script("one", "x").env("DIGEST", new Digest(new Outputs("later")).value()));
        builder.add("later", Run.script("two", "x"), Digest::new);
        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessage("job a has no steps.later to refer to");
    }

    @Test
    void aStepCannotUseItself() {
        JobBuilder builder = Job.named("a").runsOn(RunsOn.UBUNTU_LATEST);
        builder.add("me", Run.script("one", "x").env("D", new Digest(new Outputs("me")).value()), Digest::new);
        assertThatIllegalArgumentException().isThrownBy(builder::build);
    }

    @Test
    void aStepThatIsNotThereCannotBeUsed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> started("a")
                        .add(Run.script("one", "x").env("D", new Outputs("nowhere").named("d")))
                        .build())
                .withMessage("job a has no steps.nowhere to refer to");
    }

    @Test
    void aStepWithAnIdIsReferredToWithoutBreakingTheChain() {
        Run describe =
                Run.script("Describe", "x").id("describe").timeoutMinutes(3).workingDirectory("sources");
        Uses push = Uses.action("Push", CHECKOUT)
                .id("push")
                .with("fetch-depth", 0)
                .timeoutMinutes(9)
                .mayFail();
        StepsJob job = Job.named("a")
                .runsOn("ubuntu-24.04")
                .add(describe)
                .add(push.env("VERSION", describe.output("version")))
                .output("digest", push.output("digest"))
                .build();
        assertThat(job.steps())
                .extracting(step -> step.common().id())
                .containsExactly(Optional.of("describe"), Optional.of("push"));
        assertThat(job.outputs().get("digest").source()).isEqualTo("${{ steps.push.outputs.digest }}");
        assertThat(job.steps())
                .extracting(step -> step.common().timeoutMinutes())
                .containsExactly(Optional.of(Value.of(3)), Optional.of(Value.of(9)));
        assertThat(describe.workingDirectory()).contains(Text.of("sources"));
        assertThat(push.inputs()).containsEntry("fetch-depth", Value.of(0));
    }

    @Test
    void aStepWithoutAnIdHasNoOutputs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Run.script("Describe", "x").output("version"))
                .withMessage("a step needs an id for its output 'version': give it one with id(…)");
    }

    @Test
    void anotherJobsStepCannotBeUsed() {
        Run describe = Run.script("Describe", "x").id("describe");
        assertThat(started("first").add(describe).build().steps()).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> started("second")
                        .add(Run.script("Show", "x").env("V", describe.output("version")))
                        .build())
                .withMessage("job second has no steps.describe to refer to");
    }

    @Test
    void aJobWithoutStepsIsRefusedWithAllElseThatIsWrong() {
        StepsJob first = job("first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Job.named("second")
                        .runsOn(RunsOn.UBUNTU_LATEST)
                        .env("SUM", first.output("sum"))
                        .when(Expr.<String>of("matrix", "os").eq("x"))
                        .build())
                .withMessage("job second has no steps: add one with add(…)\n"
                        + "job second has no matrix.os to refer to\n"
                        + "job second has no needs.first to refer to");
    }

    @Test
    void aWorkflowThatNothingStartsOrThatHasNoJobsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Workflow.named("w").build())
                .withMessage("nothing starts workflow 'w': say what does with on(…)\n"
                        + "workflow 'w' has no jobs: add one with jobs(…)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Workflow.named("w").on(Event.push()).build())
                .withMessage("workflow 'w' has no jobs: add one with jobs(…)");
    }

    @Test
    void twoStepsCannotHaveOneIdNorAWrongOne() {
        JobBuilder builder = Job.named("a").runsOn(RunsOn.UBUNTU_LATEST);
        builder.add("one", Run.script("one", "x"), Digest::new);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add("one", Run.script("two", "x"), Digest::new))
                .withMessage("job a cannot have another step 'one'");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.add("1", Run.script("two", "x"), Digest::new));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add(Run.script("two", "x").id("one")))
                .withMessage("job a cannot have another step 'one'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add(Run.script("two", "x").id("1")));
    }

    @Test
    void anIdHasAtMostAHundredLettersDigitsAndSigns() {
        assertThat(List.of("a", "_", "_a", "Z-9_z", "a".repeat(100))).allMatch(Job::isId);
        assertThat(List.of("", "_".repeat(2), "9", "-", "a/b", "a@", "a[", "a`", "a{", "ä", "a".repeat(101)))
                .noneMatch(Job::isId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "a b", "a.b", "__a", "-a"})
    void whatIsNoIdIsNoJob(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> started(id).build())
                .withMessage("not a job id: " + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "_a", "A-1_b", "build-linux"})
    void whatIsAnIdIsAJob(String id) {
        assertThat(started(id).build().id()).isEqualTo(id);
    }

    @Test
    void aJobKeepsWhatIsSaidOfIt() {
        StepsJob job = Job.named("a")
                .runsOn("macos-latest")
                .comment("why")
                .name("A")
                .container(Container.image("debian"))
                .service("db", new Service(Container.image("postgres"), Optional.empty(), Optional.empty()))
                .permissions(Permissions.of(Scope.CONTENTS.read("read")))
                .environment(Environment.named("production"))
                .timeoutMinutes(7)
                .strategy(Strategy.all(Matrix.axis("x", List.of(Value.of(1)))))
                .shell("bash")
                .add(Run.script("s", "x"))
                .addAll(List.of(Run.script("t", "y")))
                .build();
        assertThat(job.comment()).isEqualTo("why");
        assertThat(job.name().map(Text::source)).contains("A");
        assertThat(job.runsOn()).isEqualTo(RunsOn.label("macos-latest"));
        assertThat(job.container()).contains(Container.image("debian"));
        assertThat(job.services()).containsOnlyKeys("db");
        assertThat(job.permissions().orElseThrow().grants())
                .containsExactly(new Permissions.Grant(Scope.CONTENTS, "read", "read"));
        assertThat(job.environment().orElseThrow().name().source()).isEqualTo("production");
        assertThat(job.timeoutMinutes()).contains(Value.of(7));
        assertThat(job.strategy().orElseThrow().failFast()).contains(Value.of(false));
        assertThat(job.defaults()).contains(Defaults.shell("bash"));
        assertThat(job.steps()).hasSize(2);
    }

    @Test
    void aWorkflowHoldsEveryJobThatItsJobsNeed() {
        StepsJob first = job("first");
        StepsJob second = started("second").needs(first).build();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Workflow.named("w").on(Event.push()).jobs(second).build())
                .withMessage("job second needs a job that is not in w");
        assertThat(Workflow.named("w")
                        .on(Event.push())
                        .jobs(first, second)
                        .build()
                        .job("second"))
                .contains(second);
    }

    @Test
    void aWorkflowHasNoTwoJobsOfOneId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Workflow.named("w")
                        .on(Event.push())
                        .jobs(job("a"), job("A"))
                        .build())
                .withMessage("w has two jobs 'A'");
    }

    @Test
    void aCalledWorkflowsOutputsAreNotKnownHere() {
        CallJob call = new CallJob(
                "call",
                "",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new ActionRef("./.github/workflows/x.yml", "", ""),
                Map.of(),
                Map.of(),
                false);
        assertThat(call.output("anything").source()).isEqualTo("needs.call.outputs.anything");
        assertThat(call.workflow().source()).isEqualTo("./.github/workflows/x.yml");
    }

    @Test
    void aJobThatOnlyWaitsNamesNoNeedThatSaysNothingNew() {
        Job first = started("first").output("tag", Github.REF_NAME).build();
        Job second = started("second").needs(first).build();
        assertThat(started("last").waitsFor(List.of(first, second)).build().neededIds())
                .containsExactly("second");
        assertThat(started("last")
                        .needs(first)
                        .waitsFor(List.of(second))
                        .build()
                        .neededIds())
                .containsExactly("first", "second");
        assertThat(started("last")
                        .waitsFor(List.of(first, second))
                        .add(Run.script("Say", "echo \"$TAG\"").env("TAG", first.output("tag")))
                        .build()
                        .neededIds())
                .containsExactly("first", "second");
    }
}
