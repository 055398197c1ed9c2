package dev.slipway.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static Excerpt excerpt(String text, int line, int column, int length, String help) {
        Finding finding = new Finding(
                "config", Severity.ERROR, "a.yml", new Span(new Position(line, column), length), "no good", help);
        return Excerpt.of(new SourceText("a.yml", text), finding);
    }

    @Test
    void showsThePlaceTheLineAndTheHelp() {
        assertThat(excerpt("name: otto\ntargets: [linux-amd46]\n", 2, 11, 11, "did you mean 'linux-amd64'?"))
                .hasToString("""
                        a.yml:2:11: error: no good [config]
                        targets: [linux-amd46]
                                  ^~~~~~~~~~~
                        help: did you mean 'linux-amd64'?""");
    }

    @Test
    void leavesOutWhatIsEmpty() {
        assertThat(excerpt("", 1, 1, 1, "")).hasToString("a.yml:1:1: error: no good [config]");
    }

    @Test
    void keepsTabsSoThatTheUnderlineStaysBelow() {
        Excerpt excerpt = excerpt("\ta:\tb", 1, 5, 1, "");
        assertThat(excerpt.underline()).isEqualTo("\t  \t^");
    }

    @Test
    void givesWideCharactersTwoColumnsAndMarksNone() {
        assertThat(excerpt("漢字é: e\u0301x", 1, 6, 3, "").underline()).isEqualTo("       ^~");
        assertThat(excerpt("漢字: x", 1, 1, 2, "").underline()).isEqualTo("^~~~");
    }

    @Test
    void showsInvisibleCharactersAsDots() {
        assertThat(excerpt("a: \u202Eb\u0007", 1, 4, 1, "").line()).isEqualTo("a: ·b·");
    }

    @Test
    void showsThePartOfALongLineAroundThePlace() {
        Excerpt excerpt = excerpt("a".repeat(500) + "B" + "c".repeat(500), 1, 501, 400, "");
        assertThat(excerpt.line()).isEqualTo("…" + "a".repeat(40) + "B" + "c".repeat(79) + "…");
        assertThat(excerpt.underline()).isEqualTo(" ".repeat(41) + "^" + "~".repeat(79));
        assertThat(excerpt("a".repeat(500), 1, 500, 1, "").underline()).isEqualTo(" ".repeat(120) + "^");
        assertThat(excerpt("a".repeat(500), 1, 1, 1, "").line()).isEqualTo("a".repeat(120) + "…");
    }

    @Test
    void quotesShortlyAndVisibly() {
        assertThat(Quote.of("x")).isEqualTo("'x'");
        assertThat(Quote.of("a\nb\u0000")).isEqualTo("'a·b·'");
        assertThat(Quote.of("x".repeat(1 << 20))).isEqualTo("'" + "x".repeat(59) + "…'");
        assertThat(Quote.of("😀".repeat(61))).isEqualTo("'" + "😀".repeat(59) + "…'");
    }

    @Test
    void findsThePlacesOfProblemsInTheOrderOfTheText() {
        SourceText source = new SourceText("a.yml", "name: otto\ntargets: [a, b]\n");
        List<Finding> findings = new Locator(Document.of(source, YamlReader.read(source)))
                .locate(
                        "config",
                        Severity.WARNING,
                        List.of(
                                Problem.at(Pointer.of("/targets/1"), "second"),
                                Problem.at(Pointer.of("/targets/1"), "second"),
                                Problem.at(Pointer.of("/targets").key(), "key"),
                                Problem.at(Pointer.of("/gone/deep"), "missing")));
        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "a.yml:1:1: warning: missing [config]",
                        "a.yml:2:1: warning: key [config]",
                        "a.yml:2:14: warning: second [config]");
    }
}
