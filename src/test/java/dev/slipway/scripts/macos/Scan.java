package dev.slipway.scripts.macos;

import java.util.List;

/**
 * A script cut into what bash sees: comments are gone, and what is quoted is part of a word.
 *
 * @param opener what comes before it in another script, such as {@code $(}; empty if it is the whole
 * @param inner the scripts in it that shells of their own run, and the lists of arrays
 * @param barePatterns the lines on which a {@code case} has a pattern without a {@code (} before it
 */
record Scan(
        String opener,
        List<Token> tokens,
        List<Expansion> expansions,
        List<Document> documents,
        List<Scan> inner,
        List<Integer> barePatterns) {
    static Scan of(String script) {
        return new Scanner(script.replace("\r\n", "\n")).whole();
    }
}
