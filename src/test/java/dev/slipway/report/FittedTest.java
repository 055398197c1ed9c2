package dev.slipway.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FittedTest {
    private static String at(int width, String line) {
        return Fitted.line(line, () -> width);
    }

    @Test
    void linesAreBrokenBetweenWordsAndGoOnTwoColumnsFurtherRight() {
        assertThat(at(44, "  may read contents, and everything else that it needs to look at"))
                .isEqualTo("  may read contents, and everything else\n    that it needs to look at");
    }

    @Test
    void aWordIsNeverCut() {
        String word = "https://github.com/organizations/otto-rs/settings/actions";

        assertThat(at(40, "see " + word + " for more")).isEqualTo("see\n  " + word + "\n  for more");
        assertThat(at(40, "  " + word)).isEqualTo("  " + word);
    }

    @Test
    void withoutAWidthALineStaysAsItIs() {
        String line = "word ".repeat(100) + "end";

        assertThat(at(0, line)).isEqualTo(line);
    }

    @Test
    void gapsBetweenColumnsStayUnlessALineEndsThere() {
        assertThat(at(40, "linux-amd64    x86_64-unknown-linux-gnu    native"))
                .isEqualTo("linux-amd64    x86_64-unknown-linux-gnu\n  native");
    }

    @Test
    void coloursTakeNoRoomAndGoOnInTheNextLine() {
        String line = "\u001b[31mred red red red red red red red red red red\u001b[0m plain";

        assertThat(at(40, line))
                .isEqualTo("\u001b[31mred red red red red red red red red red\u001b[0m\n"
                        + "  \u001b[31mred\u001b[0m plain");
    }

    @Test
    void aWideCharacterTakesTwoColumns() {
        assertThat(at(40, "日本語日本語日本語日本語 日本語日本語日本語日本語 日本語")).isEqualTo("日本語日本語日本語日本語\n  日本語日本語日本語日本語 日本語");
    }

    @Test
    void whatLooksLikeAColourAndIsNoneStays() {
        String line = "\u001b[ " + "x ".repeat(30) + "\u001b[5m";

        assertThat(at(40, line).replaceAll("\n *", " ")).isEqualTo(line);
    }

    @Test
    void theLastColumnOfATableGoesBelowWhereItHasNoRoom() {
        Style narrow = new Style(false, () -> 50);

        assertThat(narrow.cell("    linux-amd64  ", "native, linked by the linker of the target"))
                .isEqualTo("""
                            linux-amd64  native, linked by the linker of
                                         the target
                        """);
        assertThat(narrow.cell("    linux-amd64  x86_64-unknown-linux-gnu  ", "native, with musl-tools and others"))
                .isEqualTo("""
                            linux-amd64  x86_64-unknown-linux-gnu
                              native, with musl-tools and others
                        """);
    }
}
