package dev.slipway.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The task of cargo-make that packs a program: every repository has it that writes no other one under its name.
 *
 * @see <a href="https://sagiegurari.github.io/cargo-make/">cargo-make</a>
 */
final class CargoMake {
    private static final String PACKS = "zip-release-ci-flow";
    private static final String TARGET = "CARGO_MAKE_RELEASE_FLOW_TARGET";

    private static final String SCRIPT = """
            cargo build --release --all-features --target "$CARGO_MAKE_RELEASE_FLOW_TARGET"
            packed="%s-v%s-$CARGO_MAKE_RELEASE_FLOW_TARGET"
            mkdir "$packed"
            case "$CARGO_MAKE_RELEASE_FLOW_TARGET" in *windows*) end=.exe ;; *) end= ;; esac
            cp "target/$CARGO_MAKE_RELEASE_FLOW_TARGET/release/%1$s$end" README.md LICENSE* "$packed/"
            case "$CARGO_MAKE_RELEASE_FLOW_TARGET" in
              *windows*) Compress-Archive "$packed/*" "$packed.zip" ;;
              *) zip -r "$packed.zip" "$packed" ;;
            esac
            """.formatted(Symbols.NAME, Symbols.VERSION);

    private CargoMake() {}

    /** What the task does, as a script; empty for any other command. */
    static Optional<String> script(Command command, Function<String, Optional<String>> files) {
        List<String> words = command.arguments();
        boolean makes = switch (command.program()) {
            case "makers" -> true;
            case "cargo-make" -> words.contains("make");
            case "cargo" -> words.indexOf("make") == 0 || words.indexOf("make") == words.indexOf("--") + 1;
            default -> false;
        };
        String file = FileCommands.option(command, "--makefile").orElse("Makefile.toml");
        boolean other = files.apply(Tree.path(command.folder(), file))
                .filter(text -> text.contains("[tasks.zip-release-"))
                .isPresent();
        return makes && !other && words.contains(PACKS) ? Optional.of(target(words) + SCRIPT) : Optional.empty();
    }

    /** What the command sets, else what the step does. */
    private static String target(List<String> words) {
        return words.stream()
                .map(word -> word.replaceFirst("^--env=", ""))
                .filter(word -> word.startsWith(TARGET + "="))
                .findFirst()
                .map(word -> word.substring(TARGET.length() + 1))
                .map(value -> TARGET + "=" + (value.matches("[\\w-]{1,60}") ? value : Symbols.UNKNOWN) + "\n")
                .orElse("");
    }
}
