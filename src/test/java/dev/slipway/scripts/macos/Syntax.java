package dev.slipway.scripts.macos;

import java.util.List;

/** A command, as far as it matters which of them ends a script that fails. */
sealed interface Syntax {
    /** A program, a function or a builtin. */
    record Simple(List<Token> words) implements Syntax {}

    /** {@code [[ … ]]} or {@code ((…))}. */
    record Test(Token token) implements Syntax {}

    /** <code>( … )</code>. */
    record Subshell(List<Chain> body, int line) implements Syntax {}

    /** <code>{ … }</code>. */
    record Group(List<Chain> body, int line) implements Syntax {}

    /** {@code if}, {@code while}, {@code until}, {@code for}: what is asked and what is done, in turns. */
    record Branches(List<Branch> branches, int line) implements Syntax {}

    /** {@code case}. */
    record Case(Token word, List<Arm> arms) implements Syntax {}

    /** What a name stands for. */
    record Function(Syntax body) implements Syntax {}

    /** Another command whose files are said behind it. */
    record Redirected(Syntax command, int line) implements Syntax {}

    /**
     * What is done if a condition is true.
     *
     * @param asked the tokens of the condition; none for {@code else} and {@code for}
     */
    record Branch(List<Token> asked, List<Chain> condition, List<Chain> body, Lines lines) {}

    /**
     * What is done if a pattern matches.
     *
     * @param patterns as they are written
     */
    record Arm(List<String> patterns, List<Chain> body, Lines lines) {}

    /** Where something stands, from the first line to the last. */
    record Lines(int first, int last) {
        boolean has(int line) {
            return first <= line && line <= last;
        }
    }

    /** Commands with {@code &&} and {@code ||} between them; the last one counts. */
    record Chain(List<Pipeline> parts) {}

    /** Commands with {@code |} between them; what {@code !} stands before never ends a script. */
    record Pipeline(boolean negated, List<Syntax> parts) {
        Syntax last() {
            return parts.get(parts.size() - 1);
        }
    }

    /** Whether it is none of one program, function or builtin. */
    default boolean compound() {
        return !(this instanceof Simple);
    }
}
