package dev.slipway.config;

import dev.slipway.source.Node;
import dev.slipway.source.Node.Scalar.Type;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A value of the config at its place. Each method returns the value as a string, a flag, a list …;
 * otherwise it reports what is wrong.
 *
 * @param problems where it is reported
 */
record Value(Node node, Pointer where, List<Problem> problems) {
    Optional<String> text(Grammar grammar) {
        Optional<Node.Scalar> scalar = scalar();
        if (scalar.isPresent() && scalar.get().type() == Type.BOOLEAN) {
            String word = scalar.get().text();
            report(
                    "expected text, found " + word,
                    grammar.fault(word).isEmpty() ? "put it in quotes if it is meant as text" : grammar.advice());
            return Optional.empty();
        }
        return raw(grammar);
    }

    /** Takes {@code true} as a text, too. */
    Optional<String> raw(Grammar grammar) {
        Optional<Node.Scalar> scalar = scalar().filter(s -> s.type() != Type.NULL);
        if (scalar.isEmpty()) {
            return mismatch(
                    "text",
                    words().filter(grammar::matches)
                            .map(text -> "write '" + text + "'")
                            .orElseGet(grammar::advice));
        }
        return scalar.map(Node.Scalar::text).filter(text -> Words.fit(text, grammar, where, problems));
    }

    Optional<Boolean> flag() {
        Optional<Boolean> flag = asFlag();
        if (flag.isEmpty()) {
            mismatch("true or false", "write true or false");
        }
        return flag;
    }

    /** The same, if another type of value is also allowed. */
    Optional<Boolean> asFlag() {
        return scalar().filter(scalar -> scalar.type() == Type.BOOLEAN)
                .map(scalar -> scalar.text().equalsIgnoreCase("true"));
    }

    <T> Optional<T> oneOf(Map<String, T> words) {
        String word = asFlag().map(String::valueOf)
                .or(() -> scalar().map(Node.Scalar::text))
                .orElse("");
        Optional<T> meant = isQuotedFlag() ? Optional.empty() : Optional.ofNullable(words.get(word));
        return meant.isPresent()
                ? meant
                : mismatch(Words.choice(words), Words.suggest(word, words.keySet(), "write one of "));
    }

    /** A mapping; nothing, too, for a key without a value, which is one without keys. */
    Optional<Node.Mapping> mapping(String expected) {
        Optional<Node.Mapping> mapping = asMapping();
        return mapping.isPresent() || isNothing()
                ? mapping
                : mismatch(expected, "write '" + key() + ":' and its own keys below it, indented");
    }

    /** The same, if another type of value is also allowed. */
    Optional<Node.Mapping> asMapping() {
        return node.fold(Optional::of, sequence -> Optional.empty(), scalar -> Optional.empty());
    }

    /** Names that the user chooses, and their values. */
    Map<String, Value> named(Grammar names) {
        Map<String, Value> result = new LinkedHashMap<>();
        mapping("a mapping")
                .ifPresent(mapping -> mapping.entries().forEach((name, entry) -> {
                    Pointer place = where.child(name);
                    if (Words.fit(name, names, place.key(), problems)) {
                        result.put(name, new Value(entry.value(), place, problems));
                    }
                }));
        return result;
    }

    /** The items of a list; a single value is a list of one. If it is wrong, it is reported at the place of the list. */
    Optional<List<Value>> items(String expected, String help) {
        return node.fold(
                mapping -> mismatch(expected, help),
                sequence -> {
                    List<Value> items = new ArrayList<>();
                    sequence.items().forEach(item -> items.add(new Value(item, where.child(items.size()), problems)));
                    return Optional.of(items);
                },
                scalar -> isNothing() ? mismatch(expected, help) : Optional.of(List.of(this)));
    }

    /** Its text, if it is a word or a number. */
    Optional<String> word() {
        return scalar().filter(scalar -> scalar.type() != Type.NULL).map(Node.Scalar::text);
    }

    /** The words of a list, with spaces between them. */
    private Optional<String> words() {
        return node.fold(
                mapping -> Optional.empty(),
                sequence -> Optional.of(sequence.items().stream()
                        .map(item -> new Value(item, where, problems).word().orElse("\n"))
                        .collect(Collectors.joining(" "))),
                scalar -> Optional.empty());
    }

    /** Whether it is a word or a number: neither a mapping nor a list, and not nothing. */
    boolean isScalar() {
        return scalar().isPresent() && !isNothing();
    }

    boolean isEmptyList() {
        return node.fold(mapping -> false, sequence -> sequence.items().isEmpty(), scalar -> false);
    }

    boolean isNothing() {
        return scalar().filter(scalar -> scalar.type() == Type.NULL).isPresent();
    }

    /** The key that it is the value of. */
    String key() {
        return where.tokens().get(where.tokens().size() - 1);
    }

    <T> Optional<T> mismatch(String expected, String help) {
        String found = isScalar() ? scalar().map(it -> Quote.of(it.text())).orElse("") : node.kind();
        if (isQuotedFlag() && expected.contains("false")) {
            report(
                    "expected " + expected + ", found the text " + found,
                    "write " + found.replace("'", "") + " without quotes");
        } else {
            report("expected " + expected + ", found " + found, help);
        }
        return Optional.empty();
    }

    /** Whether quotes make true or false a text. */
    private boolean isQuotedFlag() {
        return asFlag().isEmpty()
                && scalar().filter(it -> it.text().equals("true") || it.text().equals("false"))
                        .isPresent();
    }

    void report(String message, String help) {
        problems.add(Problem.at(where, message, help));
    }

    private Optional<Node.Scalar> scalar() {
        return node.fold(mapping -> Optional.empty(), sequence -> Optional.empty(), Optional::of);
    }
}
