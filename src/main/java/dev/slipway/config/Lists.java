package dev.slipway.config;

import dev.slipway.source.Quote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The lists of a config. */
final class Lists {
    private Lists() {}

    /** At least one of a few words, each once. */
    static <T> List<T> words(Value list, Map<String, T> words) {
        String help = "write some of " + Words.choice(words);
        List<T> chosen = new ArrayList<>();
        list.items("a list of words", help).ifPresent(items -> {
            if (items.isEmpty()) {
                list.report("the list is empty", "remove the key, or " + help);
            }
            for (Value item : items) {
                item.oneOf(words).ifPresent(word -> {
                    if (chosen.contains(word)) {
                        item.report("duplicate value", "remove it");
                    } else {
                        chosen.add(word);
                    }
                });
            }
        });
        return chosen;
    }

    /** Texts, each once; one that is wrong is an empty one, so that each keeps its index. */
    static Optional<List<String>> texts(Value list, Grammar grammar) {
        return items(list, grammar).map(items -> {
            List<String> texts = new ArrayList<>();
            items.forEach(item -> texts.add(item.text(grammar).orElse("")));
            reportTwins(texts, items);
            return List.copyOf(texts);
        });
    }

    /** Texts, maybe the same twice. */
    static List<String> lines(Value list, Grammar grammar) {
        List<Value> items = items(list, grammar).orElse(List.of());
        List<String> lines = new ArrayList<>();
        items.forEach(item -> item.text(grammar).ifPresent(lines::add));
        return List.copyOf(lines);
    }

    /** Texts and mappings, each text once. */
    static <T> List<T> mixed(Value list, Grammar grammar, Function<String, T> word, Function<Value, T> mapping) {
        List<Value> items =
                (list.asMapping().isPresent() ? Optional.of(List.of(list)) : items(list, grammar)).orElse(List.of());
        List<String> words = new ArrayList<>();
        List<T> results = new ArrayList<>();
        for (Value item : items) {
            boolean whole = item.asMapping().isPresent();
            words.add(whole ? "" : item.text(grammar).orElse(""));
            results.add(whole ? mapping.apply(item) : word.apply(words.get(words.size() - 1)));
        }
        reportTwins(words, items);
        return List.copyOf(results);
    }

    /** Reports a list that must have items and has none. */
    static void needSome(Value list, Grammar grammar) {
        if (list.isEmptyList()) {
            list.report("the list of " + grammar.plural() + " is empty", "remove the key, or " + grammar.advice());
        }
    }

    private static Optional<List<Value>> items(Value list, Grammar grammar) {
        Optional<String> written = list.word().filter(text -> isRow(text, grammar));
        if (written.isPresent()) {
            return list.mismatch("a list of " + grammar.plural(), "write '[" + written.get() + "]'");
        }
        return list.items("a list of " + grammar.plural(), "write a list such as [" + grammar.example() + "]");
    }

    /** Whether a text is several items with commas between them, of which each could be one. */
    private static boolean isRow(String text, Grammar grammar) {
        return text.contains(",")
                && !grammar.fault(text).isEmpty()
                && Arrays.stream(text.split(",", -1))
                        .allMatch(item -> grammar.fault(item.strip()).isEmpty());
    }

    private static void reportTwins(List<String> texts, List<Value> items) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isEmpty() && !seen.add(texts.get(i))) {
                items.get(i).report("duplicate value " + Quote.of(texts.get(i)), "remove it");
            }
        }
    }
}
