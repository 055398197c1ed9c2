package dev.slipway.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A script of the repository that a command starts.
 *
 * @param text what it says
 * @param arguments what it is called with
 */
record Script(String text, List<String> arguments) {
    private static final Set<String> SHELLS = Set.of("bash", "sh", "source", ".", "zsh", "dash");
    private static final Set<String> MAKES = Set.of("make", "gmake");

    static Optional<Script> of(Command command, Function<String, Optional<String>> files) {
        List<String> words = command.words();
        if (MAKES.contains(command.program())) {
            return Makefile.recipe(command.arguments(), files).map(text -> new Script(text, List.of()));
        }
        boolean named = SHELLS.contains(words.get(0));
        int at = named ? 1 : 0;
        while (named && at < words.size() && words.get(at).startsWith("-")) {
            at++;
        }
        if (at >= words.size() || !named && !words.get(at).contains("/")) {
            return Optional.empty();
        }
        List<String> arguments = words.subList(at + 1, words.size());
        return files.apply(words.get(at).replaceFirst("^\\./", ""))
                .filter(text -> named || isShell(text))
                .map(text -> new Script(text, arguments));
    }

    private static boolean isShell(String text) {
        return text.lines().findFirst().orElse("").matches("#!.*\\b(ba|da|z|k)?sh\\b.*");
    }
}
