package dev.slipway.detect.publish;

import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads which package of winget a step updates: a config needs its identifier. */
final class WingetPackages {
    /** What updates a manifest with a command. */
    static final String PROGRAMS = "wingetcreate|komac";

    static final String WORDS = "update|new|submit";

    private static final String ID = "[A-Za-z][A-Za-z0-9+_-]{0,31}(?:\\.[A-Za-z0-9][A-Za-z0-9+_-]{0,31}){1,7}";

    /** Of a package whose identifier is unknown. */
    static final Reason UNNAMED = reason(Stream.of());

    private WingetPackages() {}

    /** Why an action is listed, if it updates a manifest. */
    static Optional<Reason> reason(DryStep step) {
        if (step.action().matches("[^/]+/winget-releaser")) {
            return Optional.of(
                    reason(Stream.of(step.with().getOrDefault("identifier", "")).filter(id -> id.matches(ID))));
        }
        return step.action().equals("michidk/run-komac")
                ? Optional.of(reason(identifier(Arrays.asList(
                        step.with().getOrDefault("args", "").strip().split("\\s++")))))
                : Optional.empty();
    }

    static Reason reason(Command command) {
        return reason(identifier(command.arguments()));
    }

    private static Reason reason(Stream<String> identifier) {
        String id = identifier.findFirst().map(known -> ": " + known).orElse("");
        return Reason.of("a winget package", "use 'packages.winget" + id + "'");
    }

    /** It comes after the word for what to do, or after an option. */
    private static Stream<String> identifier(List<String> words) {
        return IntStream.range(1, words.size())
                .filter(at -> words.get(at - 1).matches(WORDS + "|--identifier|--id|-i"))
                .mapToObj(words::get)
                .filter(word -> word.matches(ID));
    }
}
