package dev.slipway.cli.completion;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The possible values of an option or a parameter.
 *
 * @param words the words to choose from, if the kind is {@code WORDS}
 */
record Values(Kind kind, List<String> words) {
    enum Kind {
        /** A value that no shell can complete, such as a version. */
        UNKNOWN,
        WORDS,
        FILES,
        FOLDERS,
        /** Files, the workflows first. */
        WORKFLOWS
    }

    /** @param commands the names of all commands */
    static Values of(ArgSpec spec, List<String> commands) {
        Object[] constants = spec.type().getEnumConstants();
        if (constants != null) {
            return words(Stream.of(constants).map(Object::toString).toList());
        }
        boolean workflow =
                spec.isPositional() || ((OptionSpec) spec).longestName().endsWith("workflow");
        return switch (spec.paramLabel()) {
            case "<file>" -> new Values(workflow ? Kind.WORKFLOWS : Kind.FILES, List.of());
            case "<base>" -> new Values(Kind.FILES, List.of());
            case "<dir>", "<folder>" -> new Values(Kind.FOLDERS, List.of());
            case "<command>" -> words(commands);
            default -> new Values(Kind.UNKNOWN, List.of());
        };
    }

    static Values words(List<String> words) {
        return new Values(Kind.WORDS, words);
    }
}
