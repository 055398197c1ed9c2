package dev.slipway.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * The items of an array, or the arguments of a script: several words in the value of one variable. An item that a key was
 * given for begins with that key, such as {@code [linux]=tar.gz}.
 */
record Items(List<String> all) {
    /** A mark between two items. */
    private static final String BETWEEN = "\u0002";

    /** Nobody has more in a list. */
    private static final int MOST = 1000;

    Items {
        all = List.copyOf(all.subList(0, Math.min(all.size(), MOST)));
    }

    /** Those in the value of a variable. */
    static Items in(String value) {
        return new Items(value.isEmpty() ? List.of() : List.of(value.split(BETWEEN, MOST)));
    }

    /** A value that has all of them. */
    String value() {
        return String.join(BETWEEN, all);
    }

    /** The items without their keys. */
    List<String> texts() {
        return all.stream().map(item -> item.substring(behindKey(item))).toList();
    }

    /** The keys; those that nobody gave are numbers. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (String item : all) {
            int end = behindKey(item);
            keys.add(end == 0 ? String.valueOf(keys.size()) : item.substring(1, end - 2));
        }
        return keys;
    }

    /** The item of a key, as far as that is known; what no item has is empty. */
    String text(String key) {
        boolean last = key.equals("-1") && !all.isEmpty();
        int at = last ? all.size() - 1 : keys().indexOf(key);
        boolean told = key.matches("\\d+") || all.stream().allMatch(item -> behindKey(item) > 0) && !Symbols.open(key);
        return at >= 0 ? texts().get(at) : told ? "" : Symbols.UNKNOWN;
    }

    /** These and others. */
    Items and(Items others) {
        List<String> both = new ArrayList<>(all);
        both.addAll(others.all);
        return new Items(both);
    }

    /** The same with an item. */
    Items with(String key, String text) {
        List<String> next = new ArrayList<>(all);
        int at = keys().indexOf(key);
        String item = "[" + key + "]=" + text;
        if (at < 0) {
            next.add(item);
        } else {
            next.set(at, item);
        }
        return new Items(next);
    }

    /** Where the text of an item begins. */
    private static int behindKey(String item) {
        int end = item.startsWith("[") ? item.indexOf("]=") : -1;
        return end < 0 ? 0 : end + 2;
    }
}
