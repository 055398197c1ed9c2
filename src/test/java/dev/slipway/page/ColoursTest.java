package dev.slipway.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.Validator;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ColoursTest {
    private static List<String> coloured(String path, String... lines) {
        Colours colours = Colours.of(path);
        return List.of(lines).stream()
                .map(line -> colours.pieces(line).stream()
                        .map(piece ->
                                piece.kind().equals("plain") ? piece.text() : piece.kind() + "<" + piece.text() + ">")
                        .collect(Collectors.joining()))
                .toList();
    }

    @Test
    void keysTextsExpressionsAndCommentsOfYamlHaveColours() {
        assertThat(coloured(
                        "slipway.yml",
                        "# A comment",
                        "name: otto # why",
                        "  - uses: 'a # b'",
                        "key with blanks: it's",
                        "on: ${{ github.ref }}-x",
                        "url: https://x#y"))
                .containsExactly(
                        "comment<# A comment>",
                        "key<name>: otto comment<# why>",
                        "  - key<uses>: string<'a # b'>",
                        "key with blanks: it's",
                        "key<on>: expression<${{ github.ref }}>-x",
                        "key<url>: https://x#y");
    }

    @Test
    void aBlockOfTextHasNoKeys() {
        assertThat(coloured("a.yaml", "run: |", "  case: \"$1\"", "", "  # done", "next: 1"))
                .containsExactly("key<run>: |", "  case: string<\"$1\">", "", "  comment<# done>", "key<next>: 1");
    }

    @Test
    void instructionsOfADockerfileAreItsKeys() {
        assertThat(coloured("Dockerfile.beta", "FROM debian AS x", "# c", "    cp \"a\" b"))
                .containsExactly("key<FROM> debian AS x", "comment<# c>", "    cp string<\"a\"> b");
        assertThat(coloured("docs/releasing.md", "# A heading: 'x'")).containsExactly("# A heading: 'x'");
    }

    @Test
    void noCharacterOfAFileIsLost() {
        for (Path config : Examples.configs().subList(0, 8)) {
            Validator.texts(Examples.generate(Examples.read(config))).forEach(file -> {
                Colours colours = Colours.of(file.name());
                assertThat(file.lines())
                        .allSatisfy(line -> assertThat(colours.pieces(line).stream()
                                        .map(Piece::text)
                                        .collect(Collectors.joining()))
                                .isEqualTo(line));
            });
        }
    }
}
