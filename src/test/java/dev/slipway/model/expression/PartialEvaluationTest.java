package dev.slipway.model.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tag is open, and so is everything that only a run can tell; the rest is known. */
class PartialEvaluationTest {
    private static final Data TAG = new Data.Open(ExpressionReader.read("github.ref_name"));
    private static final Contexts KNOWN =
            new Contexts(Map.of("github", github(), "matrix", Data.of(Map.of("platform", Data.of("linux")))), Map.of());

    private static Data github() {
        Map<String, Data> values = new LinkedHashMap<>();
        values.put("event_name", Data.of("push"));
        values.put("ref_name", TAG);
        values.put("ref", Data.joined(List.of(Data.of("refs/tags/"), TAG)));
        return new Data.Dict(values, false);
    }

    private static Data value(String expression) {
        return new Evaluator(KNOWN).evaluate(expression);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '\0', textBlock = """
            github.event_name == 'push' => true
            github.event_name == 'release' && github.sha => false
            github.sha => github.sha
            github.event.release.id => github.event.release.id
            steps.meta.outputs.tags => steps.meta.outputs.tags
            github.ref_name == 'v1' => github.ref_name == 'v1'
            github.ref == 'refs/heads/main' => false
            github.ref != 'refs/heads/main' => true
            github.ref == 'refs/tags/v1' => format('refs/tags/{0}', github.ref_name) == 'refs/tags/v1'
            github.ref == 'refs/' => false
            startsWith(github.ref, 'refs/tags/') => true
            startsWith(github.ref, 'refs/heads/') => false
            startsWith(github.ref, 'refs/tags/v') => startsWith(format('refs/tags/{0}', github.ref_name), 'refs/tags/v')
            contains(github.ref, 'tags') => true
            contains(github.ref, '-rc') => contains(format('refs/tags/{0}', github.ref_name), '-rc')
            endsWith(format('{0}.exe', github.ref_name), '.exe') => true
            endsWith(format('{0}.exe', github.ref_name), '.zip') => false
            format('otto-{0}-{1}', github.ref_name, matrix.platform) => format('otto-{0}-linux', github.ref_name)
            format('{0}', matrix.platform) => 'linux'
            format('{{}}{0}', github.ref_name) => format('{{}}{0}', github.ref_name)
            join(fromJSON('["a", "b"]'), github.sha) => format('a{0}b', github.sha)
            steps.a.outputs.x && '' => steps.a.outputs.x && ''
            steps.a.outputs.x || 'always' => steps.a.outputs.x || 'always'
            !(steps.a.outputs.x && false) => true
            !(steps.a.outputs.x || true) => false
            !steps.a.outputs.x => !steps.a.outputs.x
            needs.*.result => needs.*.result
            hashFiles('Cargo.lock') => hashFiles('Cargo.lock')
            fromJSON(needs.plan.outputs.matrix).include => fromJSON(needs.plan.outputs.matrix).include
            matrix[github.sha] => fromJSON('{}')[github.sha]
            """)
    void whatIsKnownFoldsAndWhatIsOpenStays(String expression, String expected) {
        String shown = value(expression).code().source();
        assertThat(shown.replaceAll("(?s)fromJSON\\('\\{\\s+\"platform.*?}'\\)", "fromJSON('{}')"))
                .isEqualTo(expected);
    }

    @Test
    void aTextWithHolesShowsThemAsExpressions() {
        assertThat(value("format('otto-{0}-{1}', github.ref_name, matrix.platform)")
                        .text())
                .isEqualTo("otto-${{ github.ref_name }}-linux");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '\0', textBlock = """
            steps.a.outputs.x && false => false
            steps.a.outputs.x || true => true
            steps.a.outputs.x && !github.event_name => false
            github.ref => true
            github.event_name == 'push' => true
            steps.a.outputs.x == 'true' => open
            steps.a.outputs.x && true => open
            always() => open
            """)
    void aConditionIsDecidedWhereTheOpenPartCannotChangeIt(String expression, String expected) {
        assertThat(Evaluator.truth(value(expression)).map(String::valueOf).orElse("open"))
                .isEqualTo(expected);
    }

    @Test
    void aListWithAnOpenItemContainsWhatIsKnownInIt() {
        Data list = Data.of(List.of(TAG, Data.of("linux")));
        Contexts contexts = KNOWN.with("needs", Data.of(Map.of("all", list)));
        Evaluator evaluator = new Evaluator(contexts);
        assertThat(Evaluator.truth(evaluator.evaluate("contains(needs.all, 'linux')")))
                .contains(true);
        assertThat(Evaluator.truth(evaluator.evaluate("contains(needs.all, 'mac')")))
                .isEqualTo(Optional.empty());
    }

    @Test
    void aTextOfWhichOnlyARunKnowsAPartStaysOpenThere() {
        Evaluator evaluator = new Evaluator(KNOWN);
        assertThat(evaluator
                        .evaluate(Template.of("otto-${{ matrix.platform }}"))
                        .text())
                .isEqualTo("otto-linux");
        assertThat(evaluator
                        .evaluate(Template.of("${{ matrix.platform }}-${{ github.ref_name }}"))
                        .text())
                .isEqualTo("linux-${{ github.ref_name }}");
        assertThat(evaluator.evaluate(Template.of("${{ 1 < 2 }}"))).isEqualTo(Data.TRUE);
        assertThat(evaluator.evaluate(Template.of("plain"))).isEqualTo(Data.of("plain"));
        assertThat(evaluator.evaluate(Template.of(""))).isEqualTo(Data.EMPTY);
    }
}
