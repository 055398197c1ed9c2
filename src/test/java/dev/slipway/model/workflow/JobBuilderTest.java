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
        return Job.named(id).output("sum", Expr.of("github", "sha")).build();
    }

    @Test
    void aNeededJobsOutputAndResultMayBeUsed() {
        StepsJob first = job("first");
        StepsJob second = Job.named("second")
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
                .isThrownBy(() -> Job.named("second")
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
                        Job.named("a").runsOn(RunsOn.label(os)),
                        Job.named("a").name(Text.of(os)).matrix(other),
                        Job.named("a").when(os.eq("x")),
                        Job.named("a").env("OS", Value.of(os)),
                        Job.named("a").output("os", os),
                        Job.named("a").concurrency(Concurrency.of(Text.of(os), true)),
                        Job.named("a").continueOnError(os.eq("x")),
                        Job.named("a").environment(new Environment(Text.of(os), Optional.empty(), Optional.empty())),
                        Job.named("a")
                                .environment(new Environment(Text.of("x"), Optional.of(Text.of(os)), Optional.empty())),
                        Job.named("a")
                                .container(new Container(
                                        Text.of(os),
                                        Optional.empty(),
                                        Map.of(),
                                        List.of(),
                                        List.of(),
                                        Optional.empty(),
                                        "")),
                        Job.named("a")
                                .container(new Container(
                                        Text.of("x"),
                                        Optional.empty(),
                                        Map.of("A", Value.of(os)),
                                        List.of(),
                                        List.of(),
                                        Optional.empty(),
                                        "")),
                        Job.named("a").add(Run.script("s", "x").when(os.ne("x"))),
                        Job.named("a").add(Run.script("s", "x").env("OS", os)),
                        Job.named("a").add(Run.script("s", Text.of(os))),
                        Job.named("a").add(Uses.action("u", CHECKOUT).with("ref", os)),
                        Job.named("a").add(Uses.action("u", CHECKOUT).env("OS", Value.of(os))),
                        Job.named("a")
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
                .allSatisfy(matrix -> assertThat(Job.named("a")
                                .env("OS", Value.of(os))
                                .matrix(matrix)
                                .build()
                                .env())
                        .hasSize(1));
        assertThat(Matrix.axis("os", List.of(x)).has("arch")).isFalse();
    }

    @Test
    void aStepHasAnIdOnlyWhereItsOutputIsUsed() {
        JobBuilder builder = Job.named("a");
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
        JobBuilder builder = Job.named("a");
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
        JobBuilder builder = Job.named("a");
        builder.add(Run.script("one", "x").env("DIGEST", new Digest(new Outputs("later")).value()));
        builder.add("later", Run.script("two", "x"), Digest::new);
        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessage("job a has no steps.later to refer to");
    }

    @Test
    void aStepCannotUseItself() {
        JobBuilder builder = Job.named("a");
        builder.add("me", Run.script("one", "x").env("D", new Digest(new Outputs("me")).value()), Digest::new);
        assertThatIllegalArgumentException().isThrownBy(builder::build);
    }

    @Test
    void aStepThatIsNotThereCannotBeUsed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Job.named("a")
                        .add(Run.script("one", "x").env("D", new Outputs("nowhere").named("d")))
                        .build())
                .withMessage("job a has no steps.nowhere to refer to");
    }

    @Test
    void twoStepsCannotHaveOneIdNorAWrongOne() {
        JobBuilder builder = Job.named("a");
        builder.add("one", Run.script("one", "x"), Digest::new);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add("one", Run.script("two", "x"), Digest::new))
                .withMessage("job a cannot have another step 'one'");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.add("1", Run.script("two", "x"), Digest::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "a b", "a.b", "__a", "-a"})
    void whatIsNoIdIsNoJob(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Job.named(id).build())
                .withMessage("not a job id: " + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "_a", "A-1_b", "build-linux"})
    void whatIsAnIdIsAJob(String id) {
        assertThat(Job.named(id).build().id()).isEqualTo(id);
    }

    @Test
    void aJobKeepsWhatIsSaidOfIt() {
        StepsJob job = Job.named("a")
                .comment("why")
                .name("A")
                .runsOn(RunsOn.MACOS_LATEST)
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
        StepsJob second = Job.named("second").needs(first).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Workflow.named("w").jobs(List.of(second)).build())
                .withMessage("job second needs a job that is not in w");
        assertThat(Workflow.named("w").jobs(List.of(first, second)).build().job("second"))
                .contains(second);
    }

    @Test
    void aWorkflowHasNoTwoJobsOfOneId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Workflow.named("w").jobs(List.of(job("a"), job("A"))).build())
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
        Job first = Job.named("first").output("tag", Github.REF_NAME).build();
        Job second = Job.named("second").needs(first).build();
        assertThat(Job.named("last").waitsFor(List.of(first, second)).build().neededIds())
                .containsExactly("second");
        assertThat(Job.named("last")
                        .needs(first)
                        .waitsFor(List.of(second))
                        .build()
                        .neededIds())
                .containsExactly("first", "second");
        assertThat(Job.named("last")
                        .waitsFor(List.of(first, second))
                        .add(Run.script("Say", "echo \"$TAG\"").env("TAG", first.output("tag")))
                        .build()
                        .neededIds())
                .containsExactly("first", "second");
    }
}
