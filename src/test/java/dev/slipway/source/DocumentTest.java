package dev.slipway.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What several texts say together, and which of them says it. */
class DocumentTest {
    /** Each text is one line for each part that a {@code ⏎} ends. */
    private static Document of(String... texts) {
        List<SourceText> sources = IntStream.range(0, texts.length)
                .mapToObj(i -> new SourceText(List.of("top", "mid", "low").get(i), texts[i].replace("⏎", "\n")))
                .toList();
        return Document.of(sources.stream()
                .map(source -> new Document.Part(source, YamlReader.read(source)))
                .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: 1                  | a: 2                  | a: 1",
                "b: 1                  | a: 2                  | {a: 2, b: 1}",
                "m: {x: 1}             | m: {x: 2, y: 3}       | m: {x: 1, y: 3}",
                "m: {n: {x: 1}}        | m: {n: {y: 2}, o: 3}  | m: {n: {y: 2, x: 1}, o: 3}",
                "l: [1]                | l: [2, 3]             | l: [1]",
                "l: []                 | l: [2, 3]             | l: []",
                "m: [1]                | m: {x: 1}             | m: [1]",
                "m: text               | m: {x: 1}             | m: text",
                "m: false              | m: {x: 1}             | m: false",
                "m: {x: 1}             | m: false              | m: {x: 1}",
                "m: {x: 1}             | m: [2]                | m: {x: 1}",
                "m:                    | m: {x: 1}             | m: {x: 1}",
                "m: {n: }              | m: {n: {x: 1}}        | m: {n: {x: 1}}",
                "m: {}                 | m: {x: 1}             | m: {x: 1}",
                "l:                    | l: [1]                | {l: }",
                "t:                    | t: text               | {t: }",
                "l: [{x: 1}]           | l: [{y: 2}]           | l: [{x: 1}]",
                "{}                    | a: 2                  | a: 2",
            })
    void mergesMappingsByKeyAndNothingElse(String top, String base, String both) {
        assertThat(plain(of(top, base).root())).isEqualTo(plain(of(both).root()));
    }

    @Test
    void takesOverLevelByLevel() {
        Document document = of("m: {a: 1}", "m: text", "m: {a: 2, b: 3}");
        assertThat(plain(document.root()))
                .as("the text of the middle level has replaced the mapping of the lowest")
                .isEqualTo("{m: {a: 1}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/a      | top:1:4",
                "/m      | top:2:4",
                "/m/x    | top:2:8",
                "/m/y    | mid:2:8",
                "/m/y/0  | mid:2:9",
                "/m/z    | low:3:8",
                "/m/none | top:2:4",
                "/c      | low:1:4",
                "/l/1    | mid:3:8",
                "/l/2    | mid:3:4",
                "/none   | top:1:1",
            })
    void findsEachValueInTheTextThatDecides(String pointer, String place) {
        Document document = of("a: 1⏎m: {x: 1}", "a: 2⏎m: {y: [1, 2]}⏎l: [1, 2]", "c: 3⏎l: [1, 2, 3]⏎m: {z: 1}");
        assertThat(document.find(Pointer.of(pointer))).hasToString(place);
    }

    @Test
    void findsKeysToo() {
        Document document = of("a: 1⏎m: {x: 1}", "b: 2⏎m: {y: 1}");
        assertThat(Stream.of("/b", "/m/y", "/m")
                        .map(pointer -> document.find(Pointer.of(pointer).key()).toString()))
                .containsExactly("mid:1:1", "mid:2:5", "top:2:1");
    }

    private static String plain(Node node) {
        return node.fold(
                mapping -> mapping.entries().values().stream()
                        .map(entry -> entry.key() + ": " + plain(entry.value()))
                        .toList()
                        .toString()
                        .replaceFirst("^\\[", "{")
                        .replaceFirst("]$", "}"),
                sequence -> sequence.items().stream()
                        .map(DocumentTest::plain)
                        .toList()
                        .toString(),
                Node.Scalar::text);
    }
}
