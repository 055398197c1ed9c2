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
import java.util.regex.Pattern;

/** The lists of a config. */
final class Lists {
    private static final Pattern SPACES = Pattern.compile("\\s++");

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
                        item.report(
                                "duplicate value"
                                        + item.word()
                                                .map(it -> " " + Quote.of(it))
                                                .orElse(""),
                                "remove it");
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
            items.forEach(item -> texts.add(item(item, grammar).orElse("")));
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
            words.add(whole ? "" : item(item, grammar).orElse(""));
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
        Optional<String> row = list.word().flatMap(text -> row(text, grammar));
        if (row.isPresent()) {
            return list.mismatch("a list of " + grammar.plural(), "write '[" + row.get() + "]'");
        }
        return list.items("a list of " + grammar.plural(), "write a list such as [" + grammar.example() + "]");
    }

    /** Several items of a list, if a text is what is left of them without the brackets or the commas; a single letter is a slip. */
    private static Optional<String> row(String text, Grammar grammar) {
        if (text.indexOf(',') < 0 && text.chars().noneMatch(Character::isWhitespace)) {
            return Optional.empty();
        }
        List<String> items = (text.contains(",")
                        ? Arrays.stream(text.split(",", -1))
                        : SPACES.splitAsStream(text.strip()))
                .map(String::strip)
                .toList();
        return items.size() > 1
                        && !grammar.matches(text)
                        && items.stream().allMatch(grammar::matches)
                        && (text.contains(",") || items.stream().allMatch(item -> item.length() > 1))
                ? Optional.of(String.join(", ", items))
                : Optional.empty();
    }

    /** An item of a list; reports a text that is several of them. */
    private static Optional<String> item(Value item, Grammar grammar) {
        Optional<String> row = item.word().flatMap(text -> row(text, grammar));
        row.ifPresent(items -> item.report(
                "expected one " + grammar.noun() + ", found "
                        + Quote.of(item.word().orElse("")),
                "write '" + items + "'"));
        return row.isPresent() ? Optional.empty() : item.text(grammar);
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
