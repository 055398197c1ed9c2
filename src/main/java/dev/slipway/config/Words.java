package dev.slipway.config;

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

/** What is wrong with a text, and which one was probably meant. */
final class Words {
    /** A longer word is no misspelt one. */
    private static final int LONGEST_SLIP = 64;

    private Words() {}

    /** Whether a grammar takes a text; otherwise reports why it does not. */
    static boolean fit(String text, Grammar grammar, Pointer where, List<Problem> problems) {
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

    /** {@code did you mean 'x'?}, or all that are known. */
    static String suggest(String word, Collection<String> known, String list) {
        return nearest(word, known)
                .map(meant -> "did you mean '" + meant + "'?")
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
}
