package dev.slipway.model.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluatorTest {
    private static final Data BUILDS = Data.of(List.of(
            Data.of(Map.of("name", Data.of("linux"), "sizes", Data.of(List.of(Data.of(1), Data.of(2))))),
            Data.of(Map.of("name", Data.of("mac"))),
            Data.of("neither")));
    private static final Contexts KNOWN = new Contexts(
            Map.of(
                    "github",
                    Data.of(Map.of("ref_name", Data.of("v1.2.3"), "Event-Name", Data.of("push"))),
                    "matrix",
                    Data.of(Map.of(
                            "builds", BUILDS, "cross", Data.FALSE, "word", Data.of("false"), "none", Data.EMPTY)),
                    "needs",
                    Data.of(new TreeMap<>(Map.of("a", result("success"), "b", result("skipped"))))),
            Map.of("success", arguments -> Data.TRUE));

    private static Data result(String word) {
        return Data.of(Map.of("result", Data.of(word)));
    }

    private static Data value(String expression) {
        return new Evaluator(KNOWN).evaluate(expression);
    }

    /** The type is told by the quotes: {@code 'text'}, {@code number}, {@code true}, {@code null}. */
    private static String shown(Data value) {
        return value.code().source();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '\0', textBlock = """
            null == 0 => true
            null == '' => true
            null == 'null' => false
            null < 1 => true
            true == 1 => true
            true == '1' => true
            true == 'true' => false
            false == '' => true
            false < true => true
            '10' == 10 => true
            ' 10 ' == 10 => true
            '0x1F' == 31 => true
            '0o17' == 15 => true
            '1e2' == 100 => true
            '-.5' == -0.5 => true
            '1,000' == 1000 => false
            'ten' == 10 => false
            'ten' < 10 => false
            'ten' >= 10 => false
            'Infinity' == Infinity => true
            NaN == NaN => false
            NaN != NaN => true
            0 == -0 => true
            'Straße' == 'STRASSE' => true
            'I' == 'i' => true
            'ı' == 'i' => false
            'ABC' == 'abc' => true
            'abc' < 'ABD' => true
            'b' > 'A' => true
            'b' >= 'B' => true
            matrix.builds == matrix.builds => true
            fromJSON('[]') == fromJSON('[]') => false
            fromJSON('[]') == 'Array' => false
            fromJSON('{}') < 1 => false
            """)
    void valuesOfDifferentTypesAreComparedAsNumbersAndTextsWithoutCase(String expression, String expected) {
        assertThat(shown(value(expression))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '\0', textBlock = """
            null || 'x' => 'x'
            '' || 0 || 'last' => 'last'
            NaN || 'x' => 'x'
            'false' && 'yes' => 'yes'
            matrix.cross && 'yes' || 'no' => 'no'
            matrix.word && 'yes' || 'no' => 'yes'
            fromJSON('[]') && 'a list is true' => 'a list is true'
            fromJSON('{}') && 'so is a mapping' => 'so is a mapping'
            !'' => true
            !'0' => false
            !0 => true
            !!matrix.none => false
            1 && 0 => 0
            github.nothing && 'x' => null
            """)
    void aLogicalOperatorGivesTheOperandThatDecides(String expression, String expected) {
        assertThat(shown(value(expression))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '\0', textBlock = """
            github.ref_name => 'v1.2.3'
            GITHUB.REF_NAME => 'v1.2.3'
            github.event-name => 'push'
            github['EVENT-NAME'] => 'push'
            github.event.deep.er => null
            matrix.builds[0].name => 'linux'
            matrix.builds['1'].name => 'mac'
            matrix.builds[1.9].name => 'mac'
            matrix.builds[-1] => null
            matrix.builds[7] => null
            matrix.builds['x'] => null
            matrix.builds.name => null
            github.ref_name.length => null
            join(matrix.builds.*.name) => 'linux,mac'
            join(matrix.builds.*.sizes.*, '+') => '1+2'
            join(matrix.builds.*.sizes[0]) => '1'
            join(needs.*.result, ' and ') => 'success and skipped'
            contains(needs.*.result, 'SKIPPED') => true
            contains(needs.*.result, 'skip') => false
            join(github.ref_name.*) => ''
            """)
    void propertiesAreFoundWithoutCaseAndAbsentOnesAreNull(String expression, String expected) {
        assertThat(shown(value(expression))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '\0', textBlock = """
            contains('Release', 'LEA') => true
            contains(1234, 23) => true
            contains('x', '') => true
            contains(fromJSON('[1, "1.0", true]'), '1') => true
            contains(fromJSON('{"a": 1}'), 'a') => false
            contains('Array', fromJSON('[]')) => false
            startsWith('Refs/tags', 'refs/') => true
            startsWith(true, 'T') => true
            startsWith(fromJSON('[]'), 'A') => false
            endsWith(1.50, '.5') => true
            endsWith('a', 'ba') => false
            format('{1}-{0}-{1}', 'a', 2) => '2-a-2'
            format('{{{0}}}', 'a') => '{a}'
            format('{0}{1}{2}', null, true, fromJSON('[]')) => 'trueArray'
            format('plain') => 'plain'
            join('one') => 'one'
            join(fromJSON('["a", 1, null, true]'), '') => 'a1true'
            join(fromJSON('{}')) => ''
            fromJSON('"\\u00e9\\n"') == format('é{0}', fromJSON('"\\n"')) => true
            fromJSON(' { "a" : [ -1.5e1 ] } ').a[0] => -15
            toJSON('a"b') => '"a\\"b"'
            toJSON(fromJSON('[]')) => '[]'
            case(false, 1, true, 2, 3) => 2
            case(false, 1, 3) => 3
            success() => true
            SUCCESS() && StartsWith('ab', 'A') => true
            """)
    void functionsConvertTheirArguments(String expression, String expected) {
        assertThat(shown(value(expression.replace("\\\\", "\\")))).isEqualTo(expected.replace("\\\\", "\\"));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '\0', textBlock = """
            1 => 1
            1.50 => 1.5
            -0 => 0
            .1 => 0.1
            123456789012345 => 123456789012345
            1234567890123456 => 1.23456789012346E+15
            0.1e-6 => 1E-07
            0.00001 => 0.00001
            0xff => 255
            0o17 => 15
            -Infinity => -Infinity
            NaN => NaN
            """)
    void numbersAreWrittenWithFifteenDigits(String expression, String expected) {
        assertThat(value("format('{0}', " + expression + ")").text()).isEqualTo(expected);
    }

    @Test
    void jsonIsWrittenOnSeveralLines() {
        assertThat(value("toJSON(fromJSON('{\"a\": [1, {\"b\": null}], \"c\": {}, \"d\": \"x\"}'))")
                        .text())
                .isEqualTo("""
                        {
                          "a": [
                            1,
                            {
                              "b": null
                            }
                          ],
                          "c": {},
                          "d": "x"
                        }""");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '\0', textBlock = """
            fromJSON('') => fromJSON: the text is empty
            fromJSON('{"a": }') => fromJSON: unexpected '}' at character 7
            fromJSON('[1, 2') => fromJSON: unexpected end of the text
            fromJSON('[01]') => fromJSON: unexpected '0' at character 2
            fromJSON('1 2') => fromJSON: unexpected '2' at character 3
            format('{1}', 'a') => format: '{1}' has no argument {1}
            format('{a}', 'a') => format: no number in the braces of '{a}'
            format('}', 'a') => format: '}' without '{' in '}'
            case('yes', 1, 2) => case: a condition must be true or false
            contains('a') => 'contains' takes exactly 2 arguments, not 1
            false && shout('a') => unknown function 'shout'
            secret.token => unknown context 'secret'
            """)
    void whatHasNoValueSaysWhy(String expression, String reason) {
        assertThatThrownBy(() -> value(expression))
                .isInstanceOf(EvaluationFailure.class)
                .hasMessage(reason);
    }

    @Test
    void aTextThatGrowsWithoutBoundIsRefused() {
        String tenfold = "format('{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}', %s)";
        String expression = "'0123456789'";
        for (int i = 0; i < 5; i++) {
            expression = tenfold.formatted(expression);
        }
        String large = expression;
        assertThatThrownBy(() -> value(large))
                .isInstanceOf(EvaluationFailure.class)
                .hasMessage("a string of more than 524288 characters");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 5_000})
    void jsonThatIsNestedTooDeepIsRefused(int depth) {
        String deep = "[".repeat(depth + 1) + "]".repeat(depth + 1);
        assertThatThrownBy(() -> value("fromJSON('" + deep + "')")).hasMessageContaining("nested deeper");
    }
}
