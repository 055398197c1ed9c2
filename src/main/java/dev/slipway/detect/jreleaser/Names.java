package dev.slipway.detect.jreleaser;

import dev.slipway.shell.Symbols;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills in templates, as far as their names are known before a release.
 *
 * @param known the value of each name; it may be a template itself
 * @see <a href="https://jreleaser.org/guide/latest/reference/name-templates.html">Name Templates</a>
 */
record Names(Map<String, String> known) {
    private static final int DEEPEST = 4;

    Names {
        known = Map.copyOf(known);
    }

    /**
     * A text.
     *
     * @param unknown the names in it that only a run knows
     */
    record Filled(String text, List<String> unknown) {
        Filled {
            unknown = List.copyOf(unknown);
        }

        boolean told() {
            return unknown.isEmpty();
        }

        /** The last part of a path. */
        String file() {
            return text.substring(text.lastIndexOf('/') + 1);
        }

        /** Whether the name of the file is known, wherever it is. */
        boolean named() {
            return !file().contains(Symbols.UNKNOWN) && file().indexOf('*') < 0 && !file().isEmpty();
        }
    }

    /** The same with further names, which hide those of before. */
    Names with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(known);
        all.putAll(more);
        return new Names(all);
    }

    Filled fill(String template) {
        List<String> unknown = new ArrayList<>();
        String text = template;
        for (int i = 0; i < DEEPEST && text.contains("{{"); i++) {
            text = once(text, unknown);
        }
        for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${")) { // a property that nobody sets
            int close = text.indexOf('}', open);
            String property = close < 0 ? text.substring(open) : text.substring(open, close + 1);
            unknown.add(property);
            text = text.replace(property, Symbols.UNKNOWN);
        }
        return new Filled(text, unknown);
    }

    private String once(String text, List<String> unknown) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
            int close = text.indexOf("}}", open);
            if (close < 0) {
                break;
            }
            int end = text.startsWith("}}}", close) ? close + 3 : close + 2;
            filled.append(text, at, open).append(value(text.substring(open, end), unknown));
            at = end;
        }
        return filled.append(text.substring(at)).toString();
    }

    /** Parts that are there only sometimes, and functions, are not followed. */
    private String value(String tag, List<String> unknown) {
        String inside = tag.replace("{", "").replace("}", "").strip();
        String value = known.get(inside.startsWith("&") ? inside.substring(1).strip() : inside);
        if (value != null) {
            return value;
        }
        if (inside.startsWith("/")) {
            return "";
        }
        unknown.add(tag);
        return Symbols.UNKNOWN;
    }
}
