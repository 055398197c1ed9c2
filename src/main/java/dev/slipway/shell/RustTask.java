package dev.slipway.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the commands that a task in Rust starts, such as {@code cargo xtask dist}: those that it writes out, in the functions
 * that its word leads to.
 *
 * @see <a href="https://github.com/matklad/cargo-xtask">cargo-xtask</a>
 */
final class RustTask {
    private static final Pattern ALIAS =
            Pattern.compile("\\b([\\w-]{1,40}+) {0,20}+= {0,20}+[\"\\[]\"?(run[^\\n]{0,200}+)");
    private static final Pattern ALIASED = Pattern.compile("[\\w./-]++");

    private RustTask() {}

    /** What a command starts a task with; empty if it starts none. */
    static Optional<List<String>> words(Command command, Function<String, Optional<String>> files) {
        List<String> words = command.arguments().stream()
                .filter(word -> !word.startsWith("+"))
                .toList();
        if (!command.program().equals("cargo") || words.isEmpty()) {
            return Optional.empty();
        }
        if (words.get(0).equals("run")) {
            return words.stream().anyMatch(word -> word.contains("xtask")) ? Optional.of(words) : Optional.empty();
        }
        return Stream.of(".cargo/config.toml", ".cargo/config")
                .flatMap(file -> files.apply(file).stream())
                .flatMap(text -> ALIAS.matcher(text).results())
                .filter(alias -> alias.group(1).equals(words.get(0)))
                .findFirst()
                .map(alias -> Stream.concat(
                                ALIASED.matcher(alias.group(2)).results().map(word -> word.group()),
                                words.stream().skip(1))
                        .toList());
    }

    /**
     * The commands as a script; empty if its functions are unknown.
     *
     * @param words of {@code cargo}, from {@code run}
     */
    static Optional<String> script(List<String> words, Function<String, Optional<String>> files) {
        String named = words.stream()
                .skip(1)
                .filter(word -> word.matches("[\\w./-]++") && !word.startsWith("-"))
                .findFirst()
                .orElse("")
                .replaceFirst("/?Cargo\\.toml$", "")
                .replaceFirst("^\\./", "");
        int separator = words.indexOf("--");
        Optional<String> word = words.stream()
                .skip(separator + 1L)
                .filter(some -> separator >= 0 && !some.startsWith("-"))
                .findFirst();
        return Stream.of(named, "crates/" + named, "tools/" + named)
                .map(folder -> folder + "/src/")
                .filter(folder -> files.apply(folder + "main.rs").isPresent())
                .findFirst()
                .flatMap(folder -> RustProgram.read(folder, files).script(word.orElse("main")));
    }
}
