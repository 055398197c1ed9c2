package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {
    private static final String HOSTILE =
            "ab1 -:#,[]{}&*!|>'\"%@`?\\\n\r\t.~=+/$(){}\u0000\u0007\u0085\u2028\uFEFF\u00E9\u5B57\uD83E\uDD16";

    @ParameterizedTest
    @ValueSource(strings = {"otto", "otto-rs/otto", "1.94.0", "debian:bookworm", "MIT OR Apache-2.0", "v*.*.*", "C++"})
    void aHarmlessTextStaysPlain(String text) {
        assertThat(Yaml.scalar(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "*", "true", "Null", "a: b", "a #b", "- a", "[0-9]+", "{name}", " a", "a ", "a\nb", "x:"})
    void aTextThatMeansSomethingToYamlIsQuoted(String text) {
        assertThat(Yaml.scalar(text)).startsWith("\"").endsWith("\"");
        assertThat(readBack(text)).isEqualTo(text);
    }

    @Test
    void anyTextReadsBackAsItself() {
        int[] points = HOSTILE.codePoints().toArray();
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            String text = random.ints(random.nextInt(9), 0, points.length)
                    .map(index -> points[index])
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(readBack(text)).isEqualTo(text);
        }
    }

    @Test
    void halfACharacterIsReplaced() {
        assertThat(readBack("a\uD83Eb")).isEqualTo("a\uFFFDb");
    }

    private static String readBack(String text) {
        Node document = YamlReader.read(new SourceText("a.yml", "key: { a: " + Yaml.scalar(text) + ", b: 1 }\n"));
        return document.child("key")
                .flatMap(key -> key.child("a"))
                .orElseThrow()
                .fold(mapping -> "a mapping", sequence -> "a list", Node.Scalar::text);
    }
}
