package dev.slipway.config;

import dev.slipway.source.Node;
import dev.slipway.source.Node.Scalar.Type;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import dev.slipway.source.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;

/** What a single value means where a text, a flag or one of a few words is expected; otherwise says what is wrong. */
final class Scalars {
    /** A longer word is no misspelt one. */
    private static final int LONGEST_SLIP = 64;

    private Scalars() {}

    static Optional<String> text(Node node, Grammar grammar, Pointer where, List<Problem> problems) {
        Optional<Node.Scalar> scalar = scalar(node);
        if (scalar.isPresent() && scalar.get().type() == Type.BOOLEAN) {
            problems.add(Problem.at(
                    where,
                    "expected text, found " + scalar.get().text(),
                    "put it in quotes if it is meant as " + grammar.noun()));
            return Optional.empty();
        }
        return raw(node, grammar, where, problems);
    }

    /** Takes {@code true} as a text, too. */
    static Optional<String> raw(Node node, Grammar grammar, Pointer where, List<Problem> problems) {
        Optional<Node.Scalar> scalar = scalar(node).filter(s -> s.type() != Type.NULL);
        if (scalar.isEmpty()) {
            return mismatch(node, "text", grammar.advice(), where, problems);
        }
        return scalar.map(Node.Scalar::text).filter(text -> fits(text, grammar, where, problems));
    }

    static boolean fits(String text, Grammar grammar, Pointer where, List<Problem> problems) {
        List<MatchResult> strangers = grammar.strangers(text);
        strangers.forEach(braces -> problems.add(new Problem(
                where,
                "unknown placeholder " + Quote.of(braces.group()),
                Suggestion.meant(braces.group(1), grammar.placeholders())
                        .map(near -> "did you mean '{" + near + "}'?")
                        .orElseGet(() -> "the placeholders are {" + String.join("}, {", grammar.placeholders()) + "}"),
                Problem.Part.of(text, braces.start(), braces.end()))));
        if (!strangers.isEmpty()) {
            return false;
        }
        String fault = grammar.fault(text);
        if (!fault.isEmpty()) {
            String named = "the " + grammar.noun() + (text.isEmpty() ? " " : " " + Quote.of(text) + " ");
            problems.add(Correction.of(grammar, text)
                    .map(meant -> Problem.at(where, named + meant.cause(), "write " + Quote.of(meant.text())))
                    .orElseGet(() -> Problem.at(
                            where,
                            fault.equals("is not one")
                                    ? "invalid " + grammar.noun() + " " + Quote.of(text)
                                    : named + fault,
                            grammar.advice())));
        }
        return fault.isEmpty();
    }

    static Optional<Boolean> flag(Node node, Pointer where, List<Problem> problems) {
        Optional<Boolean> flag = flag(node);
        if (flag.isEmpty()) {
            problems.add(Problem.at(where, "expected true or false, found " + found(node), "write true or false"));
        }
        return flag;
    }

    static Optional<Boolean> flag(Node node) {
        return scalar(node)
                .filter(scalar -> scalar.type() == Type.BOOLEAN)
                .map(scalar -> scalar.text().equalsIgnoreCase("true"));
    }

    static <T> Optional<T> oneOf(Node node, Map<String, T> words, Pointer where, List<Problem> problems) {
        String word = scalar(node).map(Node.Scalar::text).orElse("");
        Optional<T> meant = Optional.ofNullable(words.get(word));
        if (meant.isEmpty()) {
            problems.add(Problem.at(
                    where,
                    "expected " + choice(words) + ", found " + found(node),
                    suggest(word, words.keySet(), "write one of ")));
        }
        return meant;
    }

    static <T> Optional<T> mismatch(Node node, String expected, String help, Pointer where, List<Problem> problems) {
        problems.add(Problem.at(where, "expected " + expected + ", found " + found(node), help));
        return Optional.empty();
    }

    /** {@code did you mean 'x'?}, or all that are known. */
    static String suggest(String word, Collection<String> known, String list) {
        Optional<String> near = word.length() > LONGEST_SLIP ? Optional.empty() : Suggestion.nearest(word, known);
        return near.map(meant -> "did you mean '" + meant + "'?")
                .orElseGet(() -> list + known.stream().sorted().collect(Collectors.joining(", ")));
    }

    /** Whether a word is not the one that was meant, but nearly. */
    static boolean isSlip(String word, String meant) {
        return !word.equals(meant) && nearest(word, List.of(meant)).isPresent();
    }

    static Optional<String> nearest(String word, Collection<String> known) {
        return word.length() > LONGEST_SLIP ? Optional.empty() : Suggestion.nearest(word, known);
    }

    /** {@code 'a', 'b' or 'c'}. */
    static String choice(Map<String, ?> words) {
        String all =
                words.keySet().stream().sorted().map(word -> "'" + word + "'").collect(Collectors.joining(", "));
        int last = all.lastIndexOf(", ");
        return last < 0 ? all : all.substring(0, last) + " or " + all.substring(last + 2);
    }

    private static String found(Node node) {
        return scalar(node)
                .filter(scalar -> scalar.type() != Type.NULL)
                .map(scalar -> Quote.of(scalar.text()))
                .orElse(node.kind());
    }

    private static Optional<Node.Scalar> scalar(Node node) {
        return node.fold(mapping -> Optional.empty(), sequence -> Optional.empty(), Optional::of);
    }
}
