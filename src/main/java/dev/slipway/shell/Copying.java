package dev.slipway.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A command that copies or moves files.
 *
 * @param tree the files that are there; changes
 */
record Copying(Command command, Tree tree) {
    private static final Set<String> COPIES = Set.of("cp", "install", "ln", "copy", "Copy-Item", "rsync");
    private static final Set<String> MOVES = Set.of("mv", "move", "Move-Item", "Rename-Item", "ren");

    boolean is() {
        return COPIES.contains(command.program()) || moves();
    }

    private boolean moves() {
        return MOVES.contains(command.program());
    }

    /** Leaves the files where the command leaves them. */
    void run() {
        List<String> words = new ArrayList<>(FileCommands.plain(command));
        Optional<String> into = FileCommands.option(command, "-t", "--target-directory");
        into.ifPresent(words::remove);
        if (words.size() + (into.isPresent() ? 1 : 0) < 2) {
            return;
        }
        String last = into.orElseGet(() -> words.remove(words.size() - 1));
        String to = Tree.path(command.folder(), last);
        boolean inside = into.isPresent()
                || words.size() > 1
                || last.matches(".*[/\\\\]|\\.{1,2}")
                || to.isEmpty()
                || tree.isFolder(to);
        for (String word : words) {
            Map<String, Map<String, Made>> found =
                    new LinkedHashMap<>(tree.matching(Tree.path(command.folder(), word)));
            boolean all = word.matches(".*/\\.?") && word.length() > 1 && !moves();
            if (onlyFiles()) {
                found.values().removeIf(rest -> !rest.containsKey(""));
            }
            boolean several = inside || found.size() > 1;
            found.forEach((start, rest) -> Map.copyOf(rest).forEach((below, made) -> {
                String base = several && !(all && !below.isEmpty()) ? within(to, Tree.name(start)) : to;
                tree.put(Tree.path("", below.isEmpty() ? base : within(base, below)), made);
                if (moves()) {
                    tree.remove(start.isEmpty() || below.isEmpty() ? start + below : start + "/" + below);
                }
            }));
            boolean one = word.contains("*")
                    ? !inside && isNamedFile(last)
                    : isNamedFile(word) || !inside && !moves() && isRenamed(word, last);
            if (found.isEmpty() && one) {
                tree.makes(command, Tree.path("", inside ? within(to, Tree.name(Tree.path("", word))) : to), List.of());
            }
        }
    }

    /** Whether it leaves folders where they are. */
    private boolean onlyFiles() {
        return command.program().equals("install") || command.program().equals("cp") && !command.copiesFolders();
    }

    private static String within(String folder, String path) {
        return folder.isEmpty() ? path : folder + "/" + path;
    }

    /** Whether a file that nobody saw made gets a longer name: only options make {@code cp} take a folder. */
    private boolean isRenamed(String word, String last) {
        String name = Tree.name(Tree.path("", word));
        return command.program().matches("cp|install")
                && command.arguments().stream().noneMatch(option -> option.matches("-[A-Za-z]*[rRad].*|--.*"))
                && name.matches("\\w.*")
                && Tree.name(Tree.path("", last)).startsWith(name + "-");
    }

    /** Whether the ending shows that a word is the name of a file; a pattern may be several. */
    private static boolean isNamedFile(String word) {
        return word.matches("(?s).*\\.[A-Za-z0-9]{1,8}") && !word.contains("*");
    }
}
