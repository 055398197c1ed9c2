package dev.slipway.shell;

import java.util.List;

/**
 * What a text of a makefile may say of the target that it is for.
 *
 * @param name the target itself
 * @param stem what the pattern of its rule leaves open
 * @param needs what it needs; empty as long as that is not known
 */
record MakeTarget(String name, String stem, List<String> needs) {
    /** For a text that make expands while it reads. */
    static final MakeTarget NONE = new MakeTarget("", Symbols.UNKNOWN, List.of());

    MakeTarget {
        needs = List.copyOf(needs);
    }

    /** The same when it is known what it needs. */
    MakeTarget needing(List<String> all) {
        return new MakeTarget(name, stem, all);
    }

    /** A text with the target in place of the automatic variables. */
    String in(String text) {
        return named(needed(text));
    }

    /** With the names of the target and of its folder, and with what the pattern of its rule leaves open. */
    private String named(String text) {
        int slash = name.lastIndexOf('/');
        return text.replace("$@", name)
                .replace("$(@D)", slash < 0 ? "." : name.substring(0, slash))
                .replace("$(@F)", name.substring(slash + 1))
                .replace("$*", stem);
    }

    /** With what the target needs in place of {@code $<} and {@code $^}. */
    private String needed(String text) {
        if (!text.contains("$<") && !text.contains("$^")) {
            return text;
        }
        List<String> all = needs.stream().takeWhile(need -> !need.equals("|")).toList();
        return all.isEmpty() ? text : text.replace("$<", all.get(0)).replace("$^", String.join(" ", all));
    }
}
