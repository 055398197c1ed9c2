package dev.slipway.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.source.Node.Scalar.Type;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
    private static Node read(String text) {
        return YamlReader.read(new SourceText("a.yml", text));
    }

    private static Node.Scalar scalar(String text) {
        return (Node.Scalar) read(text);
    }

    private static String fault(String text) {
        try {
            return "no fault: " + read(text);
        } catch (InvalidSource e) {
            assertThat(e.findings()).hasSize(1);
            Finding finding = e.findings().get(0);
            assertThat(finding.rule()).isEqualTo("yaml");
            return finding.position() + " " + finding.message();
        }
    }

    @Test
    void takesInTheKeysOfOtherMappingsWhereItIsAskedTo() {
        Node node = YamlReader.readMerging(new SourceText("a.yml", """
                base: &base { a: 1, b: 2 }
                more: &more { b: 3, c: 4 }
                all:
                  <<: [*base, *more]
                  a: own
                """));
        Node.Mapping all = (Node.Mapping) node.child("all").orElseThrow();
        assertThat(all.entries().values().stream()
                        .map(entry -> entry.key() + "=" + ((Node.Scalar) entry.value()).text()))
                .containsExactly("a=own", "b=2", "c=4");
    }

    @ParameterizedTest
    @CsvSource({
        "on, TEXT", "yes, TEXT", "1.94.0, TEXT", "0x1f, INTEGER", "0o17, INTEGER", "-12, INTEGER", "1_000, TEXT",
        "1e3, FLOAT", ".5, FLOAT", ".inf, FLOAT", "-.INF, FLOAT", ".nan, FLOAT", "True, BOOLEAN", "TRUE, BOOLEAN",
        "tRUE, TEXT", "~, NULL", "null, NULL", "12:30, TEXT", "2024-01-01, TEXT", "0b1, TEXT", "v*, TEXT"
    })
    void meansWhatTheCoreSchemaSays(String text, Type type) {
        assertThat(scalar(text).type()).isEqualTo(type);
        assertThat(scalar(text).text()).isEqualTo(text);
    }

    @Test
    void takesQuotedWordsAsText() {
        assertThat(scalar("'true'").type()).isEqualTo(Type.TEXT);
        assertThat(scalar("\"12\"").type()).isEqualTo(Type.TEXT);
        assertThat(scalar("|\n  12\n").type()).isEqualTo(Type.TEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "/name, 1:7, 4",
        "/targets, 2:10, 10",
        "/targets/1, 2:14, 5",
        "/linux/runner, 4:11, 15",
        "/linux, 4:3, 1",
        "/steps, 6:3, 1",
        "/steps/0/run, 6:10, 1",
        "/empty, 8:1, 5",
        "/wide, 9:15, 3",
    })
    void knowsWhereEachValueStands(String pointer, String position, int length) {
        String text = """
                name: otto
                targets: [a, 'b c']
                linux:
                  runner: 'ubuntu-latest'
                steps:
                  - run: |
                      echo
                empty:
                wide: { "𝒳é": abc }
                """;
        for (String written : new String[] {text, text.replace("\n", "\r\n")}) {
            Span span = read(written).locate(Pointer.of(pointer.equals("/wide") ? "/wide/𝒳é" : pointer));
            assertThat(span.start()).hasToString(position);
            assertThat(span.length()).isEqualTo(length);
        }
    }

    @Test
    void sharesWhatAnAliasRefersTo() {
        Node root = read("a: &x [1, 2]\nb: *x\nc: *x\n");
        assertThat(root.child("b")).isEqualTo(root.child("a")).isPresent();
        assertThat(root.child("b").orElseThrow()).isSameAs(root.child("c").orElseThrow());
    }

    @Test
    void readsATextWithoutADocumentAsNothing() {
        for (String text : new String[] {"", "\n\n", "# only a comment\n", "---\n"}) {
            assertThat(scalar(text).type()).isEqualTo(Type.NULL);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a:⏎→b: 1                  | 2:1 a tab indents this line",
                "a:⏎  b: 1⏎ →c: 2          | 3:2 a tab indents this line",
                "a: 1⏎b: 2⏎a: 3            | 3:1 duplicate key 'a'",
                "a: {b: 1, 'b': 2}         | 1:11 duplicate key 'b'",
                "? [a]⏎: b                 | 1:3 a key must be a single value",
                "{a: 1}: b                 | 1:1 a key must be a single value",
                "&a [x]: 1                 | 1:1 a key must be a single value",
                ": b                       | 1:1 a key is missing before ':'",
                "a: &x {b: 1}⏎c:⏎  <<: *x  | 3:3 merge keys '<<' are not supported",
                "a: 1⏎---⏎b: 2             | 2:1 a second document starts here",
                "a: !!str 1                | 1:4 explicit types such as '!!str' are not supported",
                "a: !x [b]                 | 1:4 explicit types such as '!!str' are not supported",
                "a: *b                     | 1:4 anchor '&b' is not defined before this",
                "a: &b [c, *b]             | 1:11 '*b' is inside the value it refers to",
                "a: \u0007b                | 1:4 control character U+0007",
                "a: b: c                   | 1:5 a second ':' on one line",
                "name otto⏎x: 1            | 1:1 expected 'key: value'",
                "a: 1⏎b⏎c: 2               | 2:1 expected ':' after this key",
                "a: 1⏎ b: 2                | 2:2 unexpected indentation",
                "a:⏎  b: 1⏎ c: 2           | 3:2 unexpected indentation",
                "- a⏎b: 1                  | 2:1 unexpected indentation",
                "a: \"abc⏎b: 2             | 1:4 this quote is never closed",
                "a: 'it's'                 | 1:8 unexpected 's' after a value",
                "a: @x                     | 1:4 a value cannot start with '@'",
                "a: `` `x`                 | 1:4 a value cannot start with '`'",
                "a: [1, 2⏎b: 3             | 1:4 this list is never closed",
                "a: [1, 'b' c]             | 1:12 expected ',' or ']'",
                "a: [1, 2                  | 1:4 this list is never closed",
                "a: {b: 1                  | 1:4 this mapping is never closed",
                "a: ]                      | 1:4 a value cannot start with ']'",
                "tag: *                    | 1:6 no name after '*'",
                "a: \"\\q\"                | 1:6 unknown escape in double quotes",
                "a: \"\\U99999999\"        | 1:2 an escape in double quotes names no character",
                "a: >x⏎  b                 | 1:5 a block of text cannot start on this line",
                "a: - b                    | 1:4 a list cannot start here",
                "%YAML 3.0⏎---⏎a: 1        | 1:1 this version of YAML cannot be read",
            })
    void saysInPlainWordsWhatIsWrong(String text, String expected) {
        String written = text.replace("`` ", "").replace('⏎', '\n').replace('→', '\t');
        assertThat(fault(written)).isEqualTo(expected);
        assertThat(fault(written.replace("\n", "\r\n"))).isEqualTo(expected);
    }

    @Test
    void namesTheLineOfTheFirstOfTwoEqualKeys() {
        assertThatThrownBy(() -> read("a: 1\nb: 2\na: 3\n"))
                .isInstanceOfSatisfying(
                        InvalidSource.class,
                        e -> assertThat(e.findings().get(0).help())
                                .isEqualTo("the first one is in line 1; keep one of them"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "a:\n"})
    void givesUpOnDeepNestingBeforeTheStackDoes(String opening) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            text.append(opening.endsWith("\n") ? " ".repeat(Math.min(i, 300)) : "")
                    .append(opening);
        }
        assertThat(fault(text.toString())).containsAnyOf("more than 100 levels deep", "a key must be a single value");
    }

    @Test
    void countsTheLevelsBehindAnAlias() {
        String deep = "[".repeat(60) + "]".repeat(60);
        assertThat(fault("a: &x " + deep + "\nb: " + "[".repeat(60) + "*x" + "]".repeat(60)))
                .isEqualTo("2:64 more than 100 levels deep");
    }

    @Test
    void refusesAliasesThatMultiply() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [boom, boom, boom]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + " ,").repeat(9)));
        }
        assertThat(fault(bomb.toString())).endsWith("with its aliases expanded, the file is larger than 1 MiB");
    }

    @Test
    void refusesMoreThanAMebibyte() {
        assertThat(fault("a: " + "x".repeat(1 << 20))).isEqualTo("1:1 the file is larger than 1 MiB");
        assertThat(read("a: " + "x".repeat((1 << 20) - 3)).child("a")).isPresent();
    }

    @Test
    void endsWithAValueOrAFaultWhateverTheText() {
        String[] pieces = {
            "a", "b: ", ": ", "- ", "[", "]", "{", "}", ",", "\n", "\n  ", "\t", "&x ", "*x", "!", "|", ">", "'", "\"",
            "#", "%", "@", "`", "?", "<<: ", "---", "...", "\\", "\r", "~", "é", "😀", "\u2028", "\uFEFF", "0x1", "\\U"
        };
        Random random = new Random(20260101);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            SourceText source = new SourceText("a.yml", text.toString());
            try {
                assertThat(YamlReader.read(source).span().length()).isPositive();
            } catch (InvalidSource e) {
                assertThat(e.findings().get(0).position().line())
                        .isLessThanOrEqualTo(source.lines().size());
            }
        }
    }
}
