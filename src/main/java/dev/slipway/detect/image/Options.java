package dev.slipway.detect.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The words that a program is called with: options, with their values, and the rest. */
record Options(List<String> words) {
    /** The values of an option, in order, whichever of its names they follow. */
    List<String> values(String... names) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            for (String name : names) {
                if (word.startsWith(name + "=")) {
                    found.add(word.substring(name.length() + 1));
                } else if (word.equals(name) && i + 1 < words.size()) {
                    found.add(words.get(i + 1));
                }
            }
        }
        return found;
    }

    /** The values of an option that takes several in one word, separated by commas. */
    List<String> lists(String... names) {
        return values(names).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .toList();
    }

    /** Whether a switch is on. */
    boolean has(String name) {
        return words.contains(name) || words.contains(name + "=true");
    }

    /** Whether it is called with any of these words. */
    boolean says(String... some) {
        return Arrays.stream(some).anyMatch(words::contains);
    }

    /** The words from one on that are no options. */
    List<String> plain(int from) {
        return words.stream().filter(word -> !word.startsWith("-")).skip(from).toList();
    }

    /** The words after one that are neither options nor the values of these. */
    List<String> after(String word, List<String> valued) {
        List<String> found = new ArrayList<>();
        for (int i = words.indexOf(word) + 1; i < words.size(); i++) {
            if (valued.contains(words.get(i))) {
                i++;
            } else if (!words.get(i).startsWith("-")) {
                found.add(words.get(i));
            }
        }
        return found;
    }
}
