package dev.slipway.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide a text may become, without a look at a font: of each character the width in the widest of the usual fonts, bold
 * DejaVu Sans, in thousandths of the size.
 */
final class TextWidth {
    private static final List<String> CHARACTERS = List.of(
            "ijl",
            " ,./:;I\\|'",
            "-f",
            "!()[]`rt",
            "\"*",
            "J_csz",
            "?Lx",
            "$0123456789EFTaekovy",
            "CPSYZbdghnpqu{}",
            "ABKRVX",
            "#+<=>DGHNOQU^~",
            "&",
            "w",
            "M",
            "%@m",
            "W");
    private static final int[] WIDTHS = {
        350, 400, 450, 500, 550, 600, 650, 700, 750, 800, 850, 900, 950, 1000, 1050, 1150
    };

    /** Of a letter that the table does not have, such as Ж, and of one that fills a square or more, such as 日. */
    private static final int LETTER = 1150;

    private static final int SQUARE = 1400;

    private static final int[] TABLE = table();

    private TextWidth() {}

    private static int[] table() {
        int[] table = new int[128];
        for (int i = 0; i < WIDTHS.length; i++) {
            int width = WIDTHS[i];
            CHARACTERS.get(i).chars().filter(c -> c < 128).forEach(c -> table[c] = width);
        }
        return table;
    }

    /** The width of a line in pixels. */
    static int of(String text, int size) {
        long thousandths = text.codePoints().mapToLong(TextWidth::of).sum() * size;
        return (int) ((thousandths + 999) / 1000);
    }

    private static int of(int character) {
        if (character < 128 && TABLE[character] > 0) {
            return TABLE[character];
        }
        return character < 0x1100 || character == 0x2026 ? LETTER : SQUARE;
    }

    /** The text, or its beginning and its end if it is too wide. */
    static String fitted(String text, int size, int pixels) {
        if (of(text, size) <= pixels) {
            return text;
        }
        int[] characters = text.codePoints().toArray();
        int room = pixels - of("…", size);
        List<Integer> begin = new ArrayList<>();
        List<Integer> end = new ArrayList<>();
        for (int i = 0; i < characters.length; i++) {
            int character = i % 3 < 2 ? characters[begin.size()] : characters[characters.length - 1 - end.size()];
            room -= of(Character.toString(character), size);
            if (room < 0) {
                break;
            }
            if (i % 3 < 2) {
                begin.add(character);
            } else {
                end.add(0, character);
            }
        }
        StringBuilder fitted = new StringBuilder();
        begin.forEach(fitted::appendCodePoint);
        fitted.append('…');
        end.forEach(fitted::appendCodePoint);
        return fitted.toString();
    }
}
