package dev.slipway.detect.publish;

import dev.slipway.shell.Command;
import dev.slipway.shell.Symbols;
import java.util.List;
import java.util.stream.Stream;

/** Knows the branches that Git moves by a push, although nothing makes a commit. */
final class PushedBranches {
    private static final Reason ALL = Reason.of("all branches, which it pushes elsewhere", Reason.JOBS);

    private PushedBranches() {}

    /** Those that a push names as what something becomes; a name alone may be the branch that is there already. */
    static Stream<Reason> of(Command push) {
        List<String> words = push.arguments();
        if (words.stream().anyMatch(word -> word.matches("--mirror|--all"))) {
            return Stream.of(ALL);
        }
        return words.contains("subtree")
                ? words.stream().skip(words.size() - 1L).map(PushedBranches::branch)
                : words.stream()
                        .dropWhile(word -> !word.equals("push"))
                        .skip(1)
                        .filter(word -> !word.startsWith("-"))
                        .skip(1)
                        .filter(word -> word.indexOf(':') > 0)
                        .map(word -> word.substring(word.indexOf(':') + 1))
                        .filter(name -> !name.isEmpty() && !name.startsWith("refs/tags/") && !name.equals(Symbols.TAG))
                        .map(PushedBranches::branch);
    }

    private static Reason branch(String name) {
        String plain = name.replaceFirst("^refs/heads/", "");
        return Reason.of(
                plain.contains(Symbols.UNKNOWN)
                        ? "a branch that it pushes"
                        : "the branch '" + Symbols.shown(plain) + "', which it pushes",
                Reason.JOBS);
    }
}
