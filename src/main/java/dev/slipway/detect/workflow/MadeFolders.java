package dev.slipway.detect.workflow;

import dev.slipway.shell.Command;
import dev.slipway.shell.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Folders that commands make, and what they are called in the end. */
final class MadeFolders {
    /** More folders than any honest job renames. */
    private static final int MOST_RENAMINGS = 16;

    private MadeFolders() {}

    /** The commands with each folder under the name that it has in the end. */
    static List<Command> renamed(List<Command> staged) {
        List<Command> now = new ArrayList<>();
        Set<String> folders = new LinkedHashSet<>();
        int renamings = 0;
        for (Command command : staged) {
            List<String> words = paths(command);
            if (by(command)) {
                words.forEach(word -> folders.addAll(withParents(word)));
            }
            boolean renames = command.program().matches("mv|move|Move-Item|Rename-Item")
                    && words.size() == 2
                    && folders.contains(plain(words.get(0)))
                    && !folders.contains(plain(words.get(1)))
                    && renamings < MOST_RENAMINGS;
            if (renames) {
                String before = plain(words.get(0));
                String after = plain(words.get(1));
                now.replaceAll(earlier -> within(earlier, before, after));
                folders.add(after);
                renamings++;
            } else {
                now.add(command);
            }
        }
        return now;
    }

    /** Whether a command makes folders. */
    static boolean by(Command command) {
        return command.program().matches("mkdir|md|New-Item");
    }

    /** Whether a command gives another name to a folder into which a build installs, whatever that puts there. */
    static boolean installed(Command command) {
        List<String> words = paths(command);
        return command.program().matches("mv|cp|move|Move-Item|Rename-Item")
                && words.size() == 2
                && plain(words.get(0)).matches("(?:.*/)?(?:install(?:ed)?|stag(?:e|ing)|prefix|destdir)");
    }

    /** Folders that show in that several files are copied to one path. */
    static Set<String> filled(List<Command> staged) {
        Map<String, Set<String>> sources = new LinkedHashMap<>();
        staged.stream()
                .filter(command -> command.program().matches("cp|copy|Copy-Item"))
                .forEach(command -> {
                    List<String> words = paths(command);
                    if (words.size() > 1) {
                        String to = Tree.path(command.folder(), words.get(words.size() - 1));
                        sources.computeIfAbsent(to, none -> new LinkedHashSet<>())
                                .addAll(words.subList(0, words.size() - 1));
                    }
                });
        return sources.entrySet().stream()
                .filter(copied -> copied.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** {@code mkdir -p a/b} makes both. */
    static List<String> withParents(String path) {
        List<String> all = new ArrayList<>();
        for (String part = plain(path); !part.isEmpty(); part = part.replaceFirst("(?:^|/)[^/]*$", "")) {
            all.add(part);
        }
        return all;
    }

    private static Command within(Command command, String before, String after) {
        return new Command(
                command.words().stream()
                        .map(word -> within(word, before, after))
                        .toList(),
                within(command.output(), before, after),
                command.line(),
                command.folder(),
                command.env());
    }

    private static String within(String word, String before, String after) {
        String plain = plain(word);
        return plain.equals(before)
                ? after + "/"
                : plain.startsWith(before + "/") ? after + plain.substring(before.length()) : word;
    }

    /** A path without what says nothing at its start and its end. */
    static String plain(String path) {
        return path.replace('\\', '/').replaceFirst("^(\\./)++", "").replaceFirst("(?<!/)/+$", "");
    }

    /** The paths of a copy. */
    static List<String> paths(Command command) {
        return command.arguments().stream()
                .filter(word -> !word.startsWith("-") && !word.matches("[0-7]{3,4}"))
                .toList();
    }
}
