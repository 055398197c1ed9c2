package dev.slipway.shell;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What names stand for where a script is: its variables, its arguments, its own path and the current folder. */
final class Scope {
    private static final String NUMBER = "[0-9]{1,3}";

    private final Map<String, String> variables;
    private final Deque<String> visited = new ArrayDeque<>();
    private List<String> arguments = List.of();
    private String script = "";
    private String folder;
    /** The folder before the current one. */
    private String left = "";

    /**
     * Where a script is, and what it knows.
     *
     * @param left the folder before
     */
    record Place(String folder, String left, Map<String, String> variables) {}

    /** A scope in a folder, from the workspace. */
    Scope(Map<String, String> variables, String folder) {
        this.variables = new HashMap<>(variables);
        this.folder = folder;
    }

    /** The variables that are set now; read only. */
    Map<String, String> variables() {
        return variables;
    }

    /** The text of a variable, or nothing if it is not known. */
    String text(String name) {
        return variables.getOrDefault(name, "");
    }

    /** What a word such as {@code $name}, {@code $1} or {@code $@} stands for. */
    Optional<String> value(String name) {
        if (name.equals("0") || name.equals("BASH_SOURCE")) {
            return Optional.of(folder.isEmpty() ? script : Builtins.absolute(script));
        }
        if (name.equals("PSScriptRoot")) {
            return Optional.of(Builtins.absolute(script.replaceFirst("/?[^/]*+$", "")));
        }
        if (name.equals("PWD")) {
            return Optional.of(Builtins.absolute(folder));
        }
        if (name.matches("[0-9]")) {
            int at = Integer.parseInt(name) - 1;
            return Optional.of(at >= 0 && at < arguments.size() ? arguments.get(at) : "");
        }
        return name.equals("@") || name.equals("*")
                ? Optional.of(new Items(arguments).value())
                : Optional.ofNullable(variables.get(name));
    }

    /**
     * What a subshell cannot change.
     *
     * @param folder the current folder
     * @param arguments those of the script
     */
    record Outside(Map<String, String> variables, List<String> arguments, String folder) {}

    /** What is now, for {@link #back}. */
    Outside outside() {
        return new Outside(Map.copyOf(variables), arguments, folder);
    }

    /** Takes back what a subshell has changed. */
    void back(Outside outside) {
        variables.clear();
        variables.putAll(outside.variables());
        arguments = outside.arguments();
        folder = outside.folder();
    }

    void set(String name, String text) {
        variables.put(name, Symbols.bounded(text));
    }

    /** The values of some variables, for {@link #restore}. */
    Map<String, Optional<String>> values(Collection<String> names) {
        Map<String, Optional<String>> values = new HashMap<>();
        names.forEach(name -> values.put(name, Optional.ofNullable(variables.get(name))));
        return values;
    }

    /** Sets variables to values of before. */
    void restore(Map<String, Optional<String>> before) {
        before.forEach((name, text) ->
                text.ifPresentOrElse(value -> variables.put(name, value), () -> variables.remove(name)));
    }

    /** What a command gets that changes what it builds: by its name, or because it is set for this command alone. */
    Map<String, String> environment(List<String> words, Collection<String> own) {
        Map<String, String> all = CompilerVariables.of(variables, Tree.name(words.get(0)));
        own.forEach(name -> all.put(name, text(name)));
        return all;
    }

    List<String> arguments() {
        return arguments;
    }

    void arguments(List<String> given) {
        arguments = List.copyOf(given);
    }

    /** Does what {@code set} and {@code shift} do to the arguments, if a command does that. */
    boolean changesArguments(Command command) {
        List<String> words = command.arguments();
        boolean shifts = command.program().equals("shift");
        boolean marked = command.program().equals("set")
                && !words.isEmpty()
                && words.get(0).equals("--");
        boolean plain = command.program().equals("set")
                && !words.isEmpty()
                && !words.get(0).matches("[-+].*");
        if (shifts) {
            shift(words);
        } else if (marked || plain) {
            arguments = words.subList(marked ? 1 : 0, words.size());
        }
        return shifts || marked || plain;
    }

    /** Takes off the first argument, or the first few; what is computed is how many options there were. */
    private void shift(List<String> words) {
        String asked = words.isEmpty() ? "1" : words.get(0);
        String options = text("OPTIND");
        int number = asked.matches(NUMBER)
                ? Integer.parseInt(asked)
                : options.matches(NUMBER) ? Math.max(0, Integer.parseInt(options) - 1) : 0;
        arguments = arguments.subList(Math.min(number, arguments.size()), arguments.size());
    }

    /** The path of the script that runs, if it is a file. */
    String script() {
        return script;
    }

    void script(String path) {
        script = path;
    }

    /** The folder and the variables now, for {@link #returns}. */
    Place place() {
        return new Place(folder, left, Map.copyOf(variables));
    }

    /** Goes back to a place. */
    void returns(Place before) {
        folder = before.folder;
        left = before.left;
        variables.clear();
        variables.putAll(before.variables);
    }

    /** The current folder, from the workspace. */
    String folder() {
        return folder;
    }

    void folder(String path) {
        folder = path;
    }

    /** Changes the folder if that is what a command does. */
    void goes(Command command) {
        List<String> words = command.arguments().stream()
                .filter(word -> !word.startsWith("-"))
                .toList();
        boolean back = command.program().equals("cd") && command.arguments().contains("-");
        String before = folder;
        if (back) {
            folder = left;
        } else if (command.program().matches("cd|pushd|Set-Location") && !words.isEmpty()) {
            visited.push(folder);
            folder = Tree.path(folder, words.get(0));
        } else if (command.program().equals("popd") && !visited.isEmpty()) {
            folder = visited.pop();
        }
        left = folder.equals(before) ? left : before;
    }
}
