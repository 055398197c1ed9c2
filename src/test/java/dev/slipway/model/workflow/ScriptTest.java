package dev.slipway.model.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
    private static final Expr<String> TITLE = Expr.of("github", "event", "issue", "title");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "echo %s                | echo \"${REF_NAME}\"",
                "echo \"on %s\"         | echo \"on ${REF_NAME}\"",
                "echo \"a\" %s          | echo \"a\" \"${REF_NAME}\"",
                "echo 'a' %s            | echo 'a' \"${REF_NAME}\"",
                "echo \\\" %s           | echo \\\" \"${REF_NAME}\"",
                "echo \\' %s            | echo \\' \"${REF_NAME}\"",
                "echo \"it's %s\"       | echo \"it's ${REF_NAME}\"",
                "echo \"\\\"%s\"        | echo \"\\\"${REF_NAME}\"",
                "echo '\"' %s           | echo '\"' \"${REF_NAME}\"",
                "echo 'a\\' %s          | echo 'a\\' \"${REF_NAME}\""
            })
    void anExpressionIsMovedIntoTheEnvironmentAndQuotedWhereItIsNot(String format, String script) {
        Run run = Run.script("s", Text.format(format, Github.REF_NAME));
        assertThat(run.script().source()).isEqualTo(script);
        assertThat(run.script().expressions()).isEmpty();
        assertThat(run.common().env()).isEqualTo(Map.of("REF_NAME", Value.of(Github.REF_NAME)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo '%s'", "echo \"a\" 'x %s'", "echo 'a' 'b%s"})
    void anExpressionInSingleQuotesIsRefused(String format) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Run.script("s", Text.format(format, TITLE)))
                .withMessageContaining("single quotes");
    }

    @Test
    void variablesAreNamedAfterWhatTheyHold() {
        Run run = Run.script(
                "s",
                Text.format("%s %s %s", TITLE, Expr.of("steps", "meta", "outputs", "tags"), Expr.of("matrix", "os")));
        assertThat(run.common().env())
                .containsExactly(
                        Map.entry("EVENT_ISSUE_TITLE", Value.of(TITLE)),
                        Map.entry("STEPS_META_OUTPUTS_TAGS", Value.of(Expr.of("steps", "meta", "outputs", "tags"))),
                        Map.entry("MATRIX_OS", Value.of(Expr.of("matrix", "os"))));
        assertThat(run.script().source())
                .isEqualTo("\"${EVENT_ISSUE_TITLE}\" \"${STEPS_META_OUTPUTS_TAGS}\" \"${MATRIX_OS}\"");
    }

    @Test
    void oneLineHasNoLineEndAndSeveralHaveOne() {
        assertThat(Run.script("s", "a").script().source()).isEqualTo("a");
        assertThat(Run.script("s", "a\nb").script().source()).isEqualTo("a\nb\n");
        assertThat(Run.script("s", "a\nb\n").script().source()).isEqualTo("a\nb\n");
    }

    @Test
    void aScriptWithAnExpressionInItsTextIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Run.script("s", "echo ${{ github.actor }}"))
                .withMessage("an expression in a literal: echo ${{ github.actor }}");
        assertThatIllegalArgumentException().isThrownBy(() -> Text.of("a ${{"));
        assertThatIllegalArgumentException().isThrownBy(() -> Value.of("${{ x }}"));
        assertThatIllegalArgumentException().isThrownBy(() -> Text.format("${{ x }} %s", TITLE));
    }

    @Test
    void aFormatHasAPlaceForEachExpression() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Text.format("%s %s", TITLE))
                .withMessage("'%s %s' has 2 places for 1 expressions");
        assertThatIllegalArgumentException().isThrownBy(() -> Text.format("", TITLE));
    }

    @Test
    void textsAreJoined() {
        assertThat(Text.lines(List.of(Text.of("a"), Text.of(Github.SHA), Text.of("b")))
                        .source())
                .isEqualTo("a\n${{ github.sha }}\nb");
        assertThat(Text.lines(List.of()).source()).isEmpty();
        assertThat(Text.of("a").plus(Text.of(Github.SHA)).expressions()).containsExactly(Github.SHA);
        assertThat(Text.format("x%sy%s", Github.SHA, Github.REF)).hasToString("x${{ github.sha }}y${{ github.ref }}");
    }

    @Test
    void aStepKeepsWhatIsSaidOfIt() {
        Run run = Run.script("s", "x")
                .shell("sh")
                .comment("why")
                .env("A", "b")
                .env("N", Value.of(1))
                .when(Expr.always());
        assertThat(run.shell().map(Text::source)).contains("sh");
        assertThat(run.common().comment()).isEqualTo("why");
        assertThat(run.common().env()).containsExactly(Map.entry("A", Value.of("b")), Map.entry("N", Value.of(1)));
        assertThat(run.expressions()).containsExactly(Expr.always());
        Uses uses = Uses.action("u", new ActionRef("a/b", "v1", ""))
                .with("flag", true)
                .with("text", "t")
                .comment("because");
        assertThat(uses.inputs()).containsExactly(Map.entry("flag", Value.of(true)), Map.entry("text", Value.of("t")));
        assertThat(uses.common().comment()).isEqualTo("because");
        assertThat(uses.action().source()).isEqualTo("a/b@v1");
    }

    @Test
    void stepsInStepsAreLookedInto() {
        Run inner = Run.script("s", "x").env("T", TITLE);
        assertThat(new Parallel(inner.common(), List.of(inner)).expressions()).containsExactly(TITLE, TITLE);
        Step.Common named = inner.common();
        assertThat(new Wait(named, List.of("a")).expressions()).containsExactly(TITLE);
        assertThat(new WaitAll(named).expressions()).containsExactly(TITLE);
        assertThat(new Cancel(named, "a").expressions()).containsExactly(TITLE);
        assertThat(List.of(
                        new Parallel(named, List.of(inner)),
                        new Wait(named, List.of("a")),
                        new WaitAll(named),
                        new Cancel(named, "a")))
                .allSatisfy(step -> assertThat(
                                ((Step) step).with(named.withId("x")).common().id())
                        .isEqualTo(Optional.of("x")));
    }
}
