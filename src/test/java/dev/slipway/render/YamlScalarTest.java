package dev.slipway.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlScalarTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ubuntu-latest",
                "${{ github.ref }}",
                "1.94.0",
                "v1",
                "a:b",
                "it's",
                "--locked",
                "-x",
                ".",
                "./path",
                "https://example.com/#x",
                "${TARGETARCH}/otto",
                "deadbeef",
                "ünï",
                "😀",
                "github.ref == 'x'",
                "a, b",
                "[x"
            })
    void whatCanOnlyBeTextIsPlain(String text) {
        assertThat(YamlScalar.of(text)).isEqualTo(text.startsWith("[") ? "'[x'" : text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " a",
                "a ",
                "on",
                "Yes",
                "NO",
                "y",
                "~",
                "null",
                "True",
                "1",
                "1.10",
                "1e3",
                "0x1f",
                "0o7",
                "010",
                "0b1",
                ".5",
                ".inf",
                "1_000",
                "1,000",
                "12:30",
                "2026-01-01",
                "a: b",
                "a:",
                "a #b",
                "#a",
                "*a",
                "&a",
                "!a",
                "- a",
                "-",
                "---",
                "? a",
                "{a",
                "]",
                "@a",
                "`a",
                "%a",
                "|",
                ">",
                "\"a\"",
                "<<",
                "=",
                "v*",
                "17 4 * * 1"
            })
    void whatYamlCouldTakeForSomethingElseIsQuoted(String text) {
        assertThat(YamlScalar.of(text)).isEqualTo("'" + text + "'");
    }

    @Test
    void aQuoteInQuotesIsDoubled() {
        assertThat(YamlScalar.of("'a': it's")).isEqualTo("'''a'': it''s'");
    }

    @Test
    void whatCannotBeSeenIsEscaped() {
        assertThat(YamlScalar.of("a\u0007\u0085\u2028\ufeff\"\\\r\n\t"))
                .isEqualTo("\"a\\x07\\x85\\u2028\\uFEFF\\\"\\\\\\r\\n\\t\"");
    }

    @Test
    void inAListPunctuationIsQuoted() {
        assertThat(YamlScalar.inFlow("${{ a }}")).isEqualTo("'${{ a }}'");
        assertThat(YamlScalar.inFlow("a, b")).isEqualTo("'a, b'");
        assertThat(YamlScalar.inFlow("main")).isEqualTo("main");
    }
}
