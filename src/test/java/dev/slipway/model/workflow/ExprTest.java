package dev.slipway.model.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExprTest {
    private static final Expr<Boolean> A = Expr.of("inputs", "a");
    private static final Expr<Boolean> B = Expr.of("inputs", "b");

    @Test
    void conditionsHaveTheParenthesesThatTheyNeed() {
        assertThat(Expr.and(A, Expr.or(A, B)).source()).isEqualTo("inputs.a && (inputs.a || inputs.b)");
        assertThat(Expr.or(A, Expr.and(A, B)).source()).isEqualTo("inputs.a || inputs.a && inputs.b");
        assertThat(Expr.not(Expr.and(A, B)).source()).isEqualTo("!(inputs.a && inputs.b)");
        assertThat(Expr.not(A).source()).isEqualTo("!inputs.a");
    }

    @Test
    void textIsQuotedAsGitHubDoes() {
        assertThat(Expr.text("it's").source()).isEqualTo("'it''s'");
        assertThat(Github.ACTOR.eq("x").source()).isEqualTo("github.actor == 'x'");
        assertThat(Github.ACTOR.ne("x").source()).isEqualTo("github.actor != 'x'");
        assertThat(Github.ACTOR.eq(Github.REF).source()).isEqualTo("github.actor == github.ref");
    }

    @Test
    void functionsAreCalled() {
        assertThat(Expr.startsWith(Github.REF, "refs/tags/").source())
                .isEqualTo("startsWith(github.ref, 'refs/tags/')");
        assertThat(Expr.contains(Github.REF, "-").source()).isEqualTo("contains(github.ref, '-')");
        assertThat(Expr.hashFiles("a", "b").source()).isEqualTo("hashFiles('a', 'b')");
        assertThat(List.of(Expr.always(), Expr.cancelled(), Expr.failure(), Expr.success()))
                .extracting(Expr::source)
                .containsExactly("always()", "cancelled()", "failure()", "success()");
    }

    @Test
    void aChoiceOfNothingIsRefused() {
        assertThat(Expr.choose(A, "yes", "").source()).isEqualTo("inputs.a && 'yes' || ''");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Expr.choose(A, "", "no"))
                .withMessageContaining("turn the condition round");
    }

    @Test
    void secretsHaveTheirContext() {
        assertThat(Secrets.GITHUB_TOKEN.source()).isEqualTo("secrets.GITHUB_TOKEN");
        assertThat(Secrets.named("KEY").source()).isEqualTo("secrets.KEY");
    }

    @Test
    void anEventTakesOnlyItsOwnFilters() {
        assertThat(Event.push()
                        .branches(List.of("main"))
                        .paths(List.of("src/**"))
                        .filters())
                .isEqualTo(Map.of("branches", List.of("main"), "paths", List.of("src/**")));
        assertThat(Event.named("release").types("published").filters())
                .isEqualTo(Map.of("types", List.of("published")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Event.pullRequest().tags(List.of("v*")))
                .withMessage("pull_request has no filter 'tags'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Event.named("release").branches(List.of("main")))
                .withMessage("release has no filter 'branches'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Event.push().branches(List.of("a")).filter("branches-ignore", List.of("b")))
                .withMessage("push takes branches or branches-ignore, not both");
    }

    @Test
    void whatSaysNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RunsOn(List.of(), Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Defaults(Optional.empty(), Optional.empty()));
    }

    @Test
    void scopesGrantWhatTheySay() {
        assertThat(Scope.PACKAGES.write("push"))
                .isEqualTo(new Permissions.Grant(new Scope("packages"), "write", "push"));
        assertThat(Scope.CONTENTS.none()).isEqualTo(new Permissions.Grant(new Scope("contents"), "none", ""));
    }

    @Test
    void whatIsGivenIsCopied() {
        Map<String, Value> env = new LinkedHashMap<>(Map.of("A", Value.of("a")));
        StepsJob job = Job.named("a")
                .runsOn(RunsOn.UBUNTU_LATEST)
                .env("A", "a")
                .add(Run.script("s", "x"))
                .build();
        Workflow workflow = new Workflow(
                "",
                "w",
                Optional.empty(),
                Optional.empty(),
                List.of(Event.push()),
                Optional.empty(),
                Optional.empty(),
                env,
                Optional.empty(),
                Optional.empty(),
                List.of(job));
        env.clear();
        assertThat(workflow.env()).containsOnlyKeys("A");
    }
}
