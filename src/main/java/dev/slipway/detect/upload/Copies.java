package dev.slipway.detect.upload;

import dev.slipway.shell.Command;
import dev.slipway.shell.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Follows files that nobody saw through the commands that copy and move them. */
final class Copies {
    private static final Set<String> PROGRAMS = Set.of(
            "cp",
            "install",
            "ln",
            "copy",
            "copy-item",
            "rsync",
            "mv",
            "move",
            "move-item",
            "rename-item",
            "ren",
            "xcopy");

    private final SortedSet<String> seen;
    private final Set<String> folders = new HashSet<>();

    /** @param seen the paths of the files in the job of which the names are known */
    Copies(SortedSet<String> seen) {
        this.seen = seen;
    }

    static boolean is(String program) {
        return PROGRAMS.contains(program);
    }

    /** What is in the new places, of what was unseen in the old ones, and of what no command is known to have made. */
    List<Unseen> of(Command command, List<Unseen> unseen, String place) {
        List<String> words = new ArrayList<>(command.arguments().stream()
                .filter(word -> !word.startsWith("-") && !word.matches("[0-7]{3,4}"))
                .toList());
        String program = command.program().toLowerCase(Locale.ROOT);
        if (program.matches("mkdir|md|new-item")) {
            words.forEach(word -> folders.add(Tree.path(command.folder(), word)));
        }
        if (!is(program) || words.size() < 2) {
            return List.of();
        }
        String last = words.remove(words.size() - 1);
        String to = Tree.path(command.folder(), last);
        boolean inside = words.size() > 1 || last.matches(".*[/\\\\]|\\.{1,2}") || isFolder(to);
        return words.stream()
                .flatMap(word -> copied(command, word, to, inside, unseen, place))
                .toList();
    }

    /** The folder in which a command leaves what it copies. */
    String targetFolder(Command command) {
        String last = command.arguments().isEmpty()
                ? ""
                : command.arguments().get(command.arguments().size() - 1);
        String to = Tree.path(command.folder(), last);
        return last.endsWith("/") || isFolder(to) ? to : to.substring(0, Math.max(0, to.lastIndexOf('/')));
    }

    private boolean isFolder(String path) {
        return path.isEmpty()
                || folders.stream().anyMatch(folder -> folder.equals(path) || folder.startsWith(path + "/"))
                || !seen.subSet(path + "/", path + "0").isEmpty();
    }

    private Stream<Unseen> copied(
            Command command, String word, String to, boolean inside, List<Unseen> unseen, String place) {
        Area named = Area.named(command.folder(), word);
        boolean into = inside || Area.isPattern(word);
        boolean whole = word.matches(".*/\\.?") && !Area.isPattern(word);
        List<Unseen> moved = unseen.stream()
                .flatMap(one -> Stream.of(
                                one.area().and(named).map(area -> into ? area.movedTo(to) : Area.named("", to)),
                                named.folderOf(one.area())
                                        .map(folder -> one.area()
                                                .in(Tree.path(
                                                        to,
                                                        whole || !into
                                                                ? folder.replaceFirst("^[^/]*/?", "")
                                                                : folder))),
                                Area.isPattern(word)
                                        ? Optional.<Area>empty()
                                        : Optional.of(one.area())
                                                .filter(area -> area.deep()
                                                        && !named.folderOf(area).isPresent())
                                                .flatMap(
                                                        area -> area.and(Area.below(Tree.path(command.folder(), word))))
                                                .map(area -> area.spreadBelow(to)))
                        .flatMap(Optional::stream)
                        .map(one::at))
                .toList();
        Area there = into ? named.movedTo(to) : Area.named("", to);
        return moved.isEmpty() && !isSeen(there, word)
                ? Stream.of(Unseen.in(there, command.toString(), place))
                : moved.stream();
    }

    /** Whether a known file is or was there, or in a folder that is. */
    private boolean isSeen(Area there, String word) {
        boolean extended = word.matches("(?s).*\\.[A-Za-z0-9]{1,8}") && !Area.isPattern(word);
        String above = there.folder().isEmpty() ? "" : there.folder() + "/";
        return extended
                || seen.subSet(above, above + Character.MAX_VALUE).stream()
                        .map(path -> path.substring(above.length()).replaceFirst("/.*", ""))
                        .anyMatch(name -> there.mayHave(name));
    }
}
