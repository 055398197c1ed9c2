package dev.slipway.shell;

import java.util.List;
import java.util.Map;

/** A part of a script: what the parser finds and the interpreter follows. */
sealed interface Syntax {
    /**
     * Commands of which each reads what the one before prints.
     *
     * @param parts left to right
     */
    record Pipeline(List<Syntax> parts) implements Syntax {}

    /** One after another, whatever stands between them. */
    record Sequence(List<Syntax> parts) implements Syntax {}

    /**
     * What packs, such as {@code (cd a && zip -r - b)}, with a file for what it prints.
     *
     * @param file as it is written; its path is from where the script is outside
     */
    record Packing(Syntax body, String file) implements Syntax {}

    /**
     * Commands of which each is run by how the one before ended.
     *
     * @param ifTrue for each but the first, whether it needs success; the others need failure
     */
    record Chain(List<Syntax> parts, List<Boolean> ifTrue) implements Syntax {}

    /**
     * A program with its arguments.
     *
     * @param words as they are written
     * @param output the word behind {@code >} or {@code >>}, or empty
     * @param input the lines of a here-document, or empty
     */
    record Simple(List<String> words, String output, String input, int line) implements Syntax {}

    /** Commands in a subshell: changes of its folder are forgotten afterward. */
    record Subshell(Syntax body) implements Syntax {}

    /** The first branch whose condition holds; the last may have none. */
    record Choice(List<Branch> branches) implements Syntax {}

    /** A condition and what is done if it holds. */
    record Branch(Syntax condition, Syntax body) {}

    /**
     * The first arm that fits.
     *
     * @param arms by their patterns, which {@code |} separates
     */
    record Case(String word, Map<List<String>, Syntax> arms) implements Syntax {}

    /**
     * What is done for each item.
     *
     * @param items none if only a run can tell them
     */
    record Loop(String variable, List<String> items, Syntax body) implements Syntax {}

    /** What is done as long as a condition holds, or until it does. */
    record While(Syntax condition, Syntax body) implements Syntax {}

    /** What a name stands for from now on. */
    record Definition(String name, Syntax body) implements Syntax {}
}
