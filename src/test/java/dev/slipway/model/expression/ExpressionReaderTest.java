package dev.slipway.model.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "0xff",
                "-1.5e3",
                ".5",
                "'it''s'",
                "''",
                "github.sha",
                "needs.*.result",
                "matrix['rust-version']",
                "contains(fromJSON('[1]'), 1)",
                "!cancelled() && (a || b) && c",
                "a == b != c",
                "a < b == !(c >= d)",
                "a || (b || c)",
                "(a && b).c",
                "fromJSON(x).list[0].null",
                "a.true.false"
            })
    void readsWhatIsWrittenWithoutNeedlessSpaceOrParentheses(String text) {
        assertThat(ExpressionReader.read(text).source()).isEqualTo(text);
    }

    @Test
    void bindsByPrecedenceFromLeftToRight() {
        Expression a = new Expression.Context("a");
        assertThat(ExpressionReader.read("a||a&&a==a<!a"))
                .isEqualTo(new Expression.Binary(
                        Expression.Operator.OR,
                        a,
                        new Expression.Binary(
                                Expression.Operator.AND,
                                a,
                                new Expression.Binary(
                                        Expression.Operator.EQUAL,
                                        a,
                                        new Expression.Binary(Expression.Operator.LESS, a, new Expression.Not(a))))));
        assertThat(ExpressionReader.read("a < a < a").children().get(1)).isEqualTo(a);
    }

    @Test
    void passesOverEverySpace() {
        assertThat(ExpressionReader.read("\ta\u00a0==\n b ").source()).isEqualTo("a == b");
    }

    @Test
    void readsAStarInBracketsAsAStar() {
        assertThat(ExpressionReader.read("needs[*]")).isEqualTo(new Expression.Star(new Expression.Context("needs")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            1 <             | 3  | unexpected end
            > 1             | 0  | unexpected '>'
            github.()       | 7  | unexpected '('
            f(1, 2 a)       | 7  | unexpected 'a'
            (1,             | 2  | unexpected ','
            f(1,)           | 4  | unexpected ')'
            'foo            | 0  | the string that starts here has no closing quote
            a = b           | 2  | unexpected '='
            1 @abc          | 2  | unexpected '@abc'
            a == `b`        | 5  | unexpected '`b`'
            1.2.3           | 0  | '1.2.3' is no number
            '1'.foo         | 3  | '.foo' is no number
            a[1             | 3  | unexpected end
            a.1             | 2  | unexpected '1'
            *               | 0  | unexpected '*'
            """)
    void saysWhereATextStopsBeingAnExpression(String text, int offset, String message) {
        InvalidExpression invalid = catchThrowableOfType(InvalidExpression.class, () -> ExpressionReader.read(text));
        assertThat(invalid).hasMessageContaining(message);
        assertThat(invalid.offset()).isEqualTo(offset);
    }

    @Test
    void refusesWhatIsEmptyTooLongOrTooDeep() {
        List<String> bad = List.of(
                "", "  ", "a" + " ".repeat(21_000), "!".repeat(50) + "a", "(".repeat(50) + "a" + ")".repeat(50));
        assertThat(bad)
                .allSatisfy(text -> assertThat(
                                catchThrowableOfType(InvalidExpression.class, () -> ExpressionReader.read(text)))
                        .isNotNull());
        assertThat(ExpressionReader.read("!".repeat(49) + "a").source()).hasSize(50);
        assertThat(ExpressionReader.read("a" + " && a".repeat(500)).source()).hasSize(2501);
    }

    @Test
    void readsBackEveryTreeThatCanBePrinted() {
        Random random = new Random(20260807);
        IntStream.range(0, 5_000).forEach(i -> {
            Expression tree = tree(random, 4);
            assertThat(ExpressionReader.read(tree.source())).as(tree.source()).isEqualTo(tree);
        });
    }

    private static Expression tree(Random random, int depth) {
        int kind = random.nextInt(depth == 0 ? 2 : 8);
        return switch (kind) {
            case 0 -> literal(random);
            case 1 -> new Expression.Context("context" + random.nextInt(3));
            case 2 ->
                new Expression.Property(
                        container(random, depth), List.of("name", "true", "a-b").get(random.nextInt(3)));
            case 3 -> new Expression.Index(container(random, depth), tree(random, depth - 1));
            case 4 -> new Expression.Star(container(random, depth));
            case 5 ->
                new Expression.Call(
                        "call",
                        IntStream.range(0, random.nextInt(3))
                                .mapToObj(i -> tree(random, depth - 1))
                                .toList());
            case 6 -> new Expression.Not(tree(random, depth - 1));
            default ->
                new Expression.Binary(
                        Expression.Operator.values()[random.nextInt(8)],
                        tree(random, depth - 1),
                        tree(random, depth - 1));
        };
    }

    /** A literal has no properties, in the language as in its grammar. */
    private static Expression container(Random random, int depth) {
        Expression tree = tree(random, depth - 1);
        return tree instanceof Expression.Literal ? new Expression.Context("github") : tree;
    }

    private static Expression literal(Random random) {
        List<String> texts = List.of("", "'", "a b", "}}", "${{ x }}", "\n", "''", "é", "||");
        return switch (random.nextInt(4)) {
            case 0 -> Expression.Literal.bool(random.nextBoolean());
            case 1 -> new Expression.Literal(Integer.toString(random.nextInt(200) - 100));
            case 2 ->
                new Expression.Literal(List.of("null", "0x1f", "NaN", "1e-3").get(random.nextInt(4)));
            default -> Expression.Literal.text(texts.get(random.nextInt(texts.size())));
        };
    }

    @ParameterizedTest
    @CsvSource({"||,512", "&&,512", "==,50", "<,50"})
    void aChainIsNeverTooDeepToGoThrough(String operator, int most) {
        String longest = "env.a" + (operator + "env.a").repeat(most - 1);
        Expression chain = ExpressionReader.read(longest);
        assertThat(new Evaluator(Contexts.NOTHING).evaluate(chain).known()).isFalse();
        assertThat(chain).isEqualTo(ExpressionReader.read(chain.source())).hasSameHashCodeAs(chain);
        assertThatThrownBy(() -> ExpressionReader.read(longest + operator + "env.a"))
                .isInstanceOf(InvalidExpression.class)
                .hasMessage("too many '" + operator + "' in a row");
    }
}
