package dev.slipway.config;

import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import dev.slipway.source.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;

/** What is wrong with a text, and which one was probably meant. */
final class Words {
    /** A longer word is no misspelled one. */
    private static final int LONGEST_SLIP = 64;

    private static final int MOST_QUOTED = 8;

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
        return joined(
                words.keySet().stream().sorted().map(word -> "'" + word + "'").toList(), " or ");
    }

    /** {@code 'a', 'b' and 'c'}, the first ones of many. */
    static String quoted(List<String> words) {
        List<String> shown =
                new ArrayList<>(words.stream().limit(MOST_QUOTED).map(Quote::of).toList());
        if (words.size() > MOST_QUOTED) {
            shown.add(words.size() - MOST_QUOTED + " more");
        }
        return joined(shown, " and ");
    }

    private static String joined(List<String> words, String last) {
        int most = words.size() - 1;
        return most < 1 ? String.join("", words) : String.join(", ", words.subList(0, most)) + last + words.get(most);
    }
}
