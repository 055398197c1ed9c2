package dev.slipway.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
    private static final BooleanSupplier NEVER = () -> {
        throw new AssertionError("nobody needs to know");
    };

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "plain\n\ttext: ä ✓ 😀\n", "a::b\n", "${tag##[0-9]} ##[ ##\n", "    1 | key: 'x'\n"})
    void textForPeopleStaysAsItIs(String text) {
        assertThat(Printable.lines(text, NEVER)).isEqualTo(text);
    }

    @Test
    void noLineBeginsWithACommand() {
        assertThat(Printable.lines("::error::a\n \t\u00a0::warning::b\n a ::c\n", NEVER))
                .isEqualTo("\\u{3a}:error::a\n \t\u00a0\\u{3a}:warning::b\n a ::c\n");
        assertThat(Printable.lines("a ##[error]b\n##[add-mask]c", NEVER))
                .isEqualTo("a ##\\u{5b}error]b\n##\\u{5b}add-mask]c");
    }

    @Test
    void aCommandIsFoundBehindAColour() {
        String red = "\u001B[31m";
        assertThat(Printable.lines(red + "::error::a", () -> true)).isEqualTo(red + "\\u{3a}:error::a\u001B[0m");
    }

    @Test
    void onlyOurOwnColoursPassAndEndWithTheirLine() {
        assertThat(Printable.lines("\u001B[31ma\nb\u001B[2Jc\u001B[38;5;1md", () -> true))
                .isEqualTo("\u001B[31ma\u001B[0m\nb\\u{1b}[2Jc\\u{1b}[38;5;1md");
        assertThat(Printable.lines("\u001B[31ma", () -> false)).isEqualTo("\\u{1b}[31ma");
    }

    @Test
    void lineEndsOfWindowsAreLineEndsAndOtherCarriageReturnsAreNot() {
        assertThat(Printable.lines("a\r\nb\rc\r", NEVER)).isEqualTo("a\nb\\u{d}c\\u{d}");
    }

    @Test
    void whatIsPrintedTwiceLooksTheSame() {
        String once = Printable.lines("::a\u001B\u202E ##[x]\n", NEVER);
        assertThat(Printable.lines(once, NEVER)).isEqualTo(once);
    }

    @Test
    void jsonMeansTheSameAsBefore() {
        assertThat(Printable.json("{ \"a\": \"\u009b\u202e😀\uD83D ##[error]\" }\n"))
                .isEqualTo("{ \"a\": \"\\u009b\\u202e😀\\ud83d ##\\u005berror]\" }\n");
    }

    @Test
    void aStepMayPrintInColour() {
        assertThat(Printable.withoutColours("\u001B[1;32mok\u001B[0m \u001B[K\r"))
                .isEqualTo("ok \u001B[K");
    }
}
