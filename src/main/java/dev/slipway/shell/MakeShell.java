package dev.slipway.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the commands print that {@code $(shell …)} runs, if it is the same on each runner of a kind. */
final class MakeShell {
    /** What prints the tag of a release, and may be part of a name, where its spaces would split it. */
    private static final Pattern DESCRIBED =
            Pattern.compile("git describe(?: [\\w=\"'-]{1,40}+){0,8}+(?: 2> ?/dev/null)?");

    /** What says something of the machine, with what changes its text: one line without a loop. */
    private static final Pattern PIPED =
            Pattern.compile("(?:uname|go env|rustc|arch)\\b[^;&<>()$`|\\n]{0,60}+(?:\\|[^;&<>()$`|\\n]{0,100}+){1,4}+");

    /** More commands than any honest makefile asks about the machine. */
    private static final int MOST_COMMANDS = 20;

    private final MakeSettings settings;

    /** What commands print of the machine. */
    private final Map<String, Optional<String>> said = new HashMap<>();

    MakeShell(MakeSettings settings) {
        this.settings = settings;
    }

    /** What a command prints; its substitution, in marks, if only a run tells. */
    String printed(String command) {
        return DESCRIBED.matcher(command.strip()).matches() && !command.contains("--exclude")
                ? Symbols.TAG
                : machine(command).orElse(MakeMarks.DOLLAR + MakeMarks.OPEN + command + MakeMarks.CLOSE);
    }

    /** What a command prints if the runner decides it. */
    private Optional<String> machine(String command) {
        if (PIPED.matcher(command.strip()).matches()) {
            return said.size() < MOST_COMMANDS
                    ? said.computeIfAbsent(command, text -> Shell.printed(text, settings.all()))
                    : said.getOrDefault(command, Optional.empty());
        }
        List<String> words = List.of(command.strip().split("\\s+"));
        return KnownOutput.machine(new Command(words, "", 1, "", Map.of()), settings.all());
    }
}
