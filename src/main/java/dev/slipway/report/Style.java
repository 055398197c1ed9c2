package dev.slipway.report;

/** Whether text for people has colours, and which colour means what. */
public enum Style {
    PLAIN,
    COLOURED;

    /** Headings, and places in files. */
    public String strong(String text) {
        return paint("1", text);
    }

    /** Errors, and lines that go. */
    public String bad(String text) {
        return paint("31", text);
    }

    /** Warnings. */
    public String doubtful(String text) {
        return paint("33", text);
    }

    /** Lines that come, and what is underlined. */
    public String good(String text) {
        return paint("32", text);
    }

    /** Notes, and places in a diff. */
    public String neutral(String text) {
        return paint("36", text);
    }

    /** What can be passed over. */
    public String faint(String text) {
        return paint("2", text);
    }

    private String paint(String code, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001B[" + code + "m" + text + "\u001B[0m";
    }
}
