package dev.slipway.lint;

import dev.slipway.source.Suggestion;
import java.util.Collection;
import java.util.stream.Collectors;

/** Phrases that the sentences of many rules share. */
final class Phrases {
    private static final int LONGEST = 60;
    private static final int MOST = 16;

    private Phrases() {}

    /** A text on one line and short enough for a message. */
    static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        int end = line.offsetByCodePoints(0, Math.min(LONGEST, line.codePointCount(0, line.length())));
        return end < line.length() ? line.substring(0, end) + "…" : line;
    }

    private static String some(Collection<String> known) {
        String some = known.stream().limit(MOST).collect(Collectors.joining(", "));
        return known.size() > MOST ? some + ", …" : some;
    }

    /** The word that was meant, or else the words there are. */
    static String meant(String word, Collection<String> known, String kind) {
        return Suggestion.nearest(word, known)
                .map(near -> "did you mean '" + near + "'?")
                .orElse(known.isEmpty() ? "there are no " + kind : "the " + kind + " are " + some(known));
    }
}
