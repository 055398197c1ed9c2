package dev.slipway.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where {@link PlainYaml} gives a tree, it is that of the library, with the same places. */
class PlainYamlTest {
    private static final String EVERYTHING = """
            # how it is written
            ---
            name: "It's all"   # in quotes
            'on':
              push: { branches: [main, 'v*'], tags: [] }
              workflow_dispatch:
            env: {}
            list:
            - -1
            - a b:c
            -   deep: 'it''s'
                more: http://a/b#c
            - |
              text
            -
              last: 1.5
            run: |-

              if x; then  # é🚀
                y

              fi


            fold: >+
              one
              two

              three
                in
              out

            é🚀: 🚀 é   # 🚀
            keep: |+
              x

            none: # nothing
            end: >-
              y
            """;

    private static final String[] BITS = {
        " ", "  ", "\n", ":", ": ", "-", "- ", "#", " #", "'", "\"", "|", "|-", "|+", ">", "[", "]", "{", "}", ",",
        "&a ", "*a", "!x ", "\t", "%", "@", "?", "? ", "---", "...", "\n\n", "\n  ", "é", "🚀", "x", "1", "~", "<<: ",
        "\\", "\r", "\u00a0", "\u2003", "\u2028", "\u0085", "\n---\n", "\n\t\n", "''", "{}", "[]", ", ", "a: ",
        "\n# c\n", "=", "`"
    };

    /** The tree of a plain text without characters that are refused before. */
    private static Optional<Node> plain(String text) {
        SourceText source = new SourceText("a.yml", text);
        try {
            YamlReader.checkCharacters(text, new YamlFault(source));
            return PlainYaml.read(source, new Places(source));
        } catch (InvalidSource refused) {
            return Optional.empty();
        }
    }

    /** What the library makes of a text; nothing if it refuses it. */
    private static Optional<Node> any(String text) {
        SourceText source = new SourceText("a.yml", text);
        try {
            return Optional.of(YamlReader.readAny(source, new Places(source), new YamlFault(source), false));
        } catch (InvalidSource refused) {
            return Optional.empty();
        }
    }

    /** The order of keys counts too, so the texts of the trees are compared. */
    private static boolean agree(String text) {
        Optional<Node> plain = plain(text);
        assertThat(plain.map(Node::toString)).describedAs(text).isIn(any(text).map(Node::toString), Optional.empty());
        return plain.isPresent();
    }

    @Test
    void readsWhatMostFilesAreMadeOf() {
        assertThat(agree(EVERYTHING)).isTrue();
    }

    @Test
    void agreesAboutEachGeneratedFile() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("generated"))) {
            List<Path> workflows = files.filter(file -> file.toString().endsWith(".yml"))
                    .filter(Files::isRegularFile)
                    .toList();
            assertThat(workflows).hasSizeGreaterThan(50).allMatch(file -> agree(text(file)));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# c",
                "a",
                "---",
                "a: b\n---\nc: d",
                "--- a: b",
                "...: a",
                "a: b\n...",
                "a: b: c",
                "a: b\n c",
                "a:\n  b",
                "a: |\n",
                "a: |2\n   b\n",
                "a: |\n\n   \n  b\n",
                "a: |\n  b\n\t\n",
                "a: |\n b",
                "a: 'b\n  c'",
                "a: \"\\t\"",
                "a: 'b'#c",
                "a: [b, c, ]",
                "a: [b: c]",
                "a: [b\n]",
                "a: {b}",
                "a: {b: c, b: d}",
                "a: 1\na: 2",
                "- - a",
                "a: &x b",
                "a: *x",
                "a: !!str b",
                "a:\tb",
                "a: b\tc",
                "\ta: b",
                "? a",
                "<<: a",
                "a: @b",
                "a: -",
                "a: - b",
                "- a\nb: c",
                "a: b\n  c: d",
                "a:\n    b: c\n  d: e",
                "%YAML 1.2\n---\na: b",
                "a: b\r\nc: d\r\n",
                "{a: b}",
                "a: [-, b]",
                "a: >2\n  b\n",
                "a : b\n\"c\" : d\n",
                "-\n-\n",
                "a: b #c\nd: e#f\n"
            })
    void leavesTheRestToTheLibrary(String text) {
        agree(text);
        agree(text + "\n");
        agree("x:\n  " + text.replace("\n", "\n  ") + "\n");
    }

    @Test
    void agreesAboutTextsWithMistakes() {
        Random random = new Random(1);
        int read = 0;
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder(EVERYTHING);
            for (int edits = random.nextInt(3); edits >= 0; edits--) {
                int at = random.nextInt(text.length());
                if (random.nextInt(3) == 0) {
                    text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(8)));
                } else {
                    text.insert(at, BITS[random.nextInt(BITS.length)]);
                }
            }
            read += agree(text.toString()) ? 1 : 0;
        }
        assertThat(read).isBetween(300, 1700);
    }
}
