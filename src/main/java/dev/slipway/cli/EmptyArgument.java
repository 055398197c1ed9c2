package dev.slipway.cli;

import java.util.List;
import java.util.Optional;

/** An argument without text, which is a variable of the shell that is not set: {@code slipway plan "$TAG"}. */
final class EmptyArgument {
    private EmptyArgument() {}

    /** The message about the first one. */
    static Optional<String> in(List<String> args) {
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            String before = i == 0 ? "" : args.get(i - 1);
            if (arg.startsWith("--") && arg.indexOf('=') == arg.length() - 1) {
                return Optional.of(message("the value of '" + arg.substring(0, arg.length() - 1) + "'"));
            }
            if (arg.isEmpty()) {
                return Optional.of(
                        message(before.startsWith("-") ? "the argument after '" + before + "'" : "an argument"));
            }
        }
        return Optional.empty();
    }

    private static String message(String what) {
        return "error: " + what + " is empty\n  if it comes from a variable of the shell, the variable is not set\n";
    }
}
