package dev.slipway.shell;

import dev.slipway.source.InvalidSource;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what {@code task} would do for a task, as a script. Tasks of included files are not followed.
 *
 * @see <a href="https://taskfile.dev">Task</a>
 */
record Taskfile(Node root, String given) {
    private static final Pattern PLACE = Pattern.compile("\\{\\{-? {0,5}+\\.([A-Za-z_]\\w{0,60}+) {0,5}+-?}}");
    private static final Pattern OPEN = Pattern.compile("\\{\\{[^{}]{0,200}+}}");
    private static final List<String> NAMES = List.of("Taskfile.yml", "Taskfile.yaml", "taskfile.yml", "taskfile.yaml");

    /** More tasks than any honest one needs. */
    private static final int MOST = 50;

    /** A script that is longer than this is cut off. */
    private static final int LONGEST = 1_000_000;

    /** The script for what Task is called with; empty if there are no such tasks. */
    static Optional<String> recipe(List<String> arguments, Function<String, Optional<String>> files) {
        int end = arguments.contains("--") ? arguments.indexOf("--") : arguments.size();
        List<String> words = new ArrayList<>();
        Optional<String> named = Optional.empty();
        String folder = "";
        for (int i = 0; i < end; i++) {
            String word = arguments.get(i);
            if (word.matches("-t|--taskfile") && i + 1 < end) {
                named = Optional.of(Tree.path("", arguments.get(++i)));
            } else if (word.matches("-d|--dir") && i + 1 < end) {
                folder = Tree.path("", arguments.get(++i)) + "/";
            } else if (!word.startsWith("-")) {
                words.add(word);
            }
        }
        Map<String, String> vars = new HashMap<>();
        words.stream()
                .filter(word -> word.contains("="))
                .forEach(word -> vars.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1)));
        words.removeIf(word -> word.contains("="));
        String rest = String.join(" ", arguments.subList(Math.min(end + 1, arguments.size()), arguments.size()));
        String place = folder;
        Optional<Taskfile> file = named.map(Stream::of)
                .orElseGet(() -> NAMES.stream().map(name -> place + name))
                .flatMap(name ->
                        files.apply(name).stream().flatMap(text -> parsed(new SourceText(name, text)).stream()))
                .map(root -> new Taskfile(root, rest))
                .findFirst();
        StringBuilder script = new StringBuilder();
        Set<String> seen = new HashSet<>();
        List<String> tasks = words.isEmpty() ? List.of("default") : words;
        return file.filter(found ->
                        tasks.stream().allMatch(name -> found.task(name).isPresent()))
                .map(found -> {
                    tasks.forEach(name -> found.write(name, vars, script, seen));
                    return script.toString();
                });
    }

    private static Optional<Node> parsed(SourceText source) {
        try {
            return Optional.of(YamlReader.read(source));
        } catch (InvalidSource broken) {
            return Optional.empty();
        }
    }

    private Optional<Node> task(String name) {
        Optional<Node> tasks = root.child("tasks");
        return tasks.flatMap(all -> all.child(name))
                .or(() -> tasks.stream()
                        .flatMap(all -> entries(all).stream())
                        .map(Node.Entry::value)
                        .filter(one -> one.child("aliases").stream()
                                .flatMap(Taskfile::items)
                                .anyMatch(
                                        item -> text(item).filter(name::equals).isPresent()))
                        .findFirst());
    }

    private void write(String name, Map<String, String> given, StringBuilder script, Set<String> seen) {
        Optional<Node> found = task(name);
        if (found.isEmpty() || seen.size() > MOST || script.length() > LONGEST || !seen.add(name + given)) {
            return;
        }
        Node task = found.get();
        Map<String, String> vars = new HashMap<>();
        Stream.of(root.child("vars"), task.child("vars"))
                .flatMap(Optional::stream)
                .forEach(some -> vars(some, vars));
        vars.putAll(given);
        task.child("deps").stream()
                .flatMap(Taskfile::items)
                .forEach(need -> text(need)
                        .ifPresentOrElse(
                                one -> write(fill(one, vars, 5), Map.of(), script, seen),
                                () -> command(need, vars, script, seen)));
        Optional<String> folder = task.child("dir").flatMap(Taskfile::text);
        folder.ifPresent(
                path -> script.append("pushd '").append(fill(path, vars, 5)).append("'\n"));
        Stream.of(root.child("env"), task.child("env"))
                .flatMap(Optional::stream)
                .flatMap(env -> entries(env).stream())
                .forEach(entry -> text(entry.value())
                        .ifPresent(value -> script.append("export ")
                                .append(entry.key())
                                .append("=\"")
                                .append(fill(value, vars, 5))
                                .append("\"\n")));
        Stream.concat(Stream.of(task), Stream.of("cmd", "cmds").flatMap(key -> task.child(key).stream()))
                .flatMap(Taskfile::items)
                .forEach(line -> command(line, vars, script, seen));
        folder.ifPresent(path -> script.append("popd\n"));
    }

    /** A line is a command, a mapping with one, or another task. */
    private void command(Node line, Map<String, String> vars, StringBuilder script, Set<String> seen) {
        boolean need = line.child("task").isPresent();
        Optional<String> said = text(line).or(() -> line.child("cmd").flatMap(Taskfile::text));
        if (need) {
            Map<String, String> given = new HashMap<>();
            line.child("vars").ifPresent(some -> vars(some, given));
            given.replaceAll((name, value) -> fill(value, vars, 5));
            line.child("task")
                    .flatMap(Taskfile::text)
                    .ifPresent(name -> write(fill(name, vars, 5), given, script, seen));
        } else {
            said.ifPresent(text -> script.append(fill(text, vars, 5)).append('\n'));
        }
    }

    /** What a command prints is known by the name of its variable only. */
    private static void vars(Node some, Map<String, String> into) {
        entries(some)
                .forEach(entry ->
                        into.put(entry.key(), text(entry.value()).orElseGet(() -> Symbols.byName(entry.key()))));
    }

    private String fill(String line, Map<String, String> vars, int depth) {
        String filled =
                PLACE.matcher(line).replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), vars, depth)));
        return OPEN.matcher(filled).replaceAll(Matcher.quoteReplacement(Symbols.UNKNOWN));
    }

    private String value(String name, Map<String, String> vars, int depth) {
        if (name.equals("CLI_ARGS")) {
            return given;
        }
        String value = vars.get(name);
        return value == null ? "${" + name + "}" : depth == 0 ? Symbols.byName(name) : fill(value, vars, depth - 1);
    }

    private static List<Node.Entry> entries(Node node) {
        return node.fold(
                mapping -> List.copyOf(mapping.entries().values()), sequence -> List.of(), scalar -> List.of());
    }

    /** The items of a list; a single text is one. */
    private static Stream<Node> items(Node node) {
        return node.fold(mapping -> Stream.of(), sequence -> sequence.items().stream(), scalar -> Stream.of(scalar));
    }

    private static Optional<String> text(Node node) {
        return node.fold(
                mapping -> Optional.empty(), sequence -> Optional.empty(), scalar -> Optional.of(scalar.text()));
    }
}
