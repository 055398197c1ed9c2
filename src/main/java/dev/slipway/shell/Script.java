package dev.slipway.shell;

import dev.slipway.powershell.PowerShell;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A script of the repository that a command starts.
 *
 * @param text what it says
 * @param arguments what it is called with
 * @param path its file; empty for one that is put together
 */
record Script(String text, List<String> arguments, String path) {
    private static final Set<String> SHELLS = Set.of("bash", "sh", "source", ".", "zsh", "dash");
    private static final Set<String> POWERSHELLS = Set.of("pwsh", "powershell");
    /** What starts a shell of another user. */
    private static final Set<String> USERS = Set.of("su", "runuser");

    private static final Set<String> MAKES = Set.of("make", "gmake");
    private static final Set<String> TASKS = Set.of("task", "go-task");

    static Optional<Script> of(Command started, Function<String, Optional<String>> files) {
        Command command = Wrapped.command(started);
        List<String> words = command.words();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (MAKES.contains(command.program())) {
            return Makefile.recipe(command, files).map(Script::assembled);
        }
        Optional<String> inside = Container.script(command);
        if (inside.isPresent()) {
            return inside.map(Script::assembled);
        }
        if (command.program().equals("just")) {
            return Justfile.recipe(command.arguments(), files).map(Script::assembled);
        }
        if (TASKS.contains(command.program())) {
            return Taskfile.recipe(command.arguments(), files).map(Script::assembled);
        }
        Optional<String> made = CargoMake.script(command, files);
        if (made.isPresent()) {
            return made.map(Script::assembled);
        }
        Optional<List<String>> task = RustTask.words(command, files);
        if (task.isPresent()) {
            return RustTask.script(task.get(), files).map(Script::assembled);
        }
        if (POWERSHELLS.contains(command.program().replaceFirst("\\.exe$", ""))) {
            return ofPowerShell(command, files);
        }
        if (words.get(0).equals("eval")) {
            return Optional.of(assembled(String.join(" ", words.subList(1, words.size()))));
        }
        int said = Math.max(words.indexOf("-c"), words.indexOf("--command"));
        if (USERS.contains(command.program()) && said > 0 && said + 1 < words.size()) {
            return Optional.of(assembled(words.get(said + 1)));
        }
        boolean named = SHELLS.contains(words.get(0).replaceFirst("^/(?:usr/(?:local/)?)?bin/", ""));
        int at = named ? 1 : 0;
        if (named && words.size() > 2 && words.get(1).matches("-[a-z]*c")) {
            return Optional.of(assembled(words.get(2)));
        }
        while (named && at < words.size() && words.get(at).startsWith("-")) {
            at++;
        }
        if (at >= words.size() || !named && !words.get(at).contains("/")) {
            return Optional.empty();
        }
        if (words.get(at).endsWith(".ps1")) {
            return file(command.folder(), words.subList(at, words.size()), files);
        }
        List<String> arguments = words.subList(at + 1, words.size());
        String path = words.get(at);
        return Stream.of(Tree.path(command.folder(), path), path.replaceFirst("^\\./", ""))
                .flatMap(one -> files.apply(one).map(text -> new Script(readable(text), arguments, one)).stream())
                .filter(script -> named || isShell(script.text()))
                .findFirst();
    }

    /** What PowerShell runs: a file, or a text. */
    private static Optional<Script> ofPowerShell(Command command, Function<String, Optional<String>> files) {
        List<String> words = command.arguments();
        int at = 0;
        while (at < words.size() && words.get(at).startsWith("-")) {
            String option = words.get(at).toLowerCase(Locale.ROOT);
            if (option.matches("-c|-command")) {
                return Optional.of(assembled(powerShell(String.join(" ", words.subList(at + 1, words.size())))));
            }
            at += option.matches("-(?:ep|ex|executionpolicy|workingdirectory|wd)") ? 2 : 1;
        }
        boolean says = command.program().startsWith("powershell")
                && at < words.size()
                && words.get(at).matches("[A-Za-z]{1,40}-[A-Za-z]{1,40}");
        if (says) { // without an option, the older one of the two takes its words as a command
            return Optional.of(assembled(powerShell(String.join(" ", words.subList(at, words.size())))));
        }
        return at < words.size() && words.get(at).endsWith(".ps1")
                ? file(command.folder(), words.subList(at, words.size()), files)
                : Optional.empty();
    }

    private static String powerShell(String text) {
        return PowerShell.asShell(text, Symbols.all());
    }

    /** A script in PowerShell and what it is called with. */
    private static Optional<Script> file(String folder, List<String> words, Function<String, Optional<String>> files) {
        String path = Tree.path(folder, words.get(0));
        return files.apply(path)
                .map(text ->
                        new Script(powerShell(text), PowerShell.arguments(text, words.subList(1, words.size())), path));
    }

    /** Why it is not known what a command does that another file says; empty if it is no such command. */
    static Optional<String> unread(Command command, Function<String, Optional<String>> files) {
        boolean elsewhere = command.program().matches("just|task|go-task")
                        && command.arguments().stream().anyMatch(word -> !word.startsWith("-"))
                || RustTask.words(command, files).isPresent();
        boolean missing = command.words().get(0).matches("source|\\.")
                && command.words().size() > 1
                && command.words().get(1).matches("[^/~].*\\.(?:ba)?sh");
        return elsewhere
                ? Optional.of("'" + command + "' was not read: what it builds and uploads is unknown")
                : missing ? Optional.of(lacking(command.words().get(1))) : Optional.empty();
    }

    private static String lacking(String file) {
        return Symbols.open(file)
                ? "could not tell which file '" + Symbols.shown(file) + "' is, so what its functions do is unknown"
                : "'" + file + "' is not in the repository, so what its functions do is unknown";
    }

    /** What a shell gets to: after its first lines, a file may be an archive, as that of a jar which starts itself. */
    private static String readable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 0 || text.charAt(i) == '\uFFFD') {
                return text.substring(0, text.lastIndexOf('\n', i) + 1);
            }
        }
        return text;
    }

    private static Script assembled(String text) {
        return new Script(text, List.of(), "");
    }

    private static boolean isShell(String text) {
        return text.lines().findFirst().orElse("").matches("#!.*\\b(ba|da|z|k)?sh\\b.*");
    }
}
