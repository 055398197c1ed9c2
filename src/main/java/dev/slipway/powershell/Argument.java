package dev.slipway.powershell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What follows a command. */
sealed interface Argument {
    void addTo(List<List<String>> given, Map<String, List<String>> options, Written before);

    /**
     * An expression as one word or as several.
     *
     * @param behind the rest of a word that it begins
     */
    record Words(Expression of, boolean spread, Word behind) {
        private List<String> in(Written before) {
            Value value = of.value(before);
            return spread ? value.spread() : List.of(value.word() + behind.shell(before));
        }
    }

    static List<String> words(List<Words> all, Written before) {
        List<String> words = new ArrayList<>();
        all.forEach(one -> words.addAll(one.in(before)));
        return words;
    }

    record Plain(List<Words> words) implements Argument {
        @Override
        public void addTo(List<List<String>> given, Map<String, List<String>> options, Written before) {
            given.add(Argument.words(words, before));
        }
    }

    /** {@code a,b} for another program than PowerShell's own: one word, as it is written. */
    record Joined(List<Words> words) implements Argument {
        @Override
        public void addTo(List<List<String>> given, Map<String, List<String>> options, Written before) {
            given.add(List.of(String.join(",", Argument.words(words, before))));
        }
    }

    record Option(String name, List<Words> words) implements Argument {
        @Override
        public void addTo(List<List<String>> given, Map<String, List<String>> options, Written before) {
            options.put(name, Argument.words(words, before));
        }
    }

    /** {@code @name}: the arguments that a variable holds. */
    record Splat(String name) implements Argument {
        @Override
        public void addTo(List<List<String>> given, Map<String, List<String>> options, Written before) {
            Map<String, List<String>> table = before.tables.get(name);
            if (table == null) {
                given.add(List.of("\"${" + name + "[@]}\""));
            } else {
                options.putAll(table);
            }
        }
    }
}
