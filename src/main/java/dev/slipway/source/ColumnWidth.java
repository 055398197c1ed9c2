package dev.slipway.source;

/** How many columns of a terminal a text takes. */
public final class ColumnWidth {
    private ColumnWidth() {}

    public static int of(String text) {
        return text.codePoints().map(ColumnWidth::of).sum();
    }

    static int of(int c) {
        if (c < 0x300) {
            return 1;
        }
        if (Character.getType(c) == Character.NON_SPACING_MARK) {
            return 0;
        }
        boolean wide = Character.isIdeographic(c)
                || c >= 0x3040 && c <= 0x30FF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xFF01 && c <= 0xFF60
                || c >= 0x1F300 && c <= 0x1FAFF;
        return wide ? 2 : 1;
    }
}
