package dev.slipway.powershell;

import java.util.List;
import java.util.Locale;

/** A word with its text as a shell quotes it, and with statements whose output is a part of it. */
record Word(List<Part> parts) {
    /** A variable that no script sets: nothing is known of it. */
    static final String UNKNOWN = "\"${unknown}\"";

    /**
     * A part of a word.
     *
     * @param text as a shell has it
     * @param output what comes after the text
     */
    record Part(String text, List<Block> output) {}

    static Word of(String text) {
        return new Word(List.of(new Part(text, List.of())));
    }

    /** Its text, with a mark where an output belongs. */
    String text() {
        StringBuilder all = new StringBuilder();
        parts.forEach(part -> all.append(part.text).append(part.output.isEmpty() ? "" : "$()"));
        return all.toString();
    }

    String shell(Written before) {
        StringBuilder all = new StringBuilder();
        for (Part part : parts) {
            all.append(part.text);
            part.output.forEach(
                    block -> all.append("$(").append(block.shell(before)).append(')'));
        }
        return all.toString();
    }

    /** A text that says itself. */
    static String single(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
