package dev.slipway.detect.upload;

import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import dev.slipway.shell.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Follows files that nobody saw through loops over a pattern: their commands were seen with the names of other files. */
final class LoopedCopies {
    private static final Pattern LOOP = Pattern.compile("\\bfor [A-Za-z_]\\w{0,60}+ in ([^;\\n]{1,1000}+)");

    private static final Pattern FIND = Pattern.compile("\\bfind ([\\w./][\\w./-]{0,200}+)");

    private static final int MOST_PATTERNS = 20;

    private static final int MOST = 200;

    private LoopedCopies() {}

    /** What is in the new places under any name, of what was unseen where a loop looks. */
    static List<Unseen> of(DryStep step, Copies copies, List<Unseen> unseen) {
        List<String> patterns = LOOP.matcher(step.run())
                .results()
                .flatMap(loop ->
                        Stream.of(loop.group(1).strip().replace("\"", "").split("\\s++")))
                .filter(Area::isPattern)
                .distinct()
                .limit(MOST_PATTERNS)
                .toList();
        List<Unseen> more = new ArrayList<>();
        for (String pattern : patterns) {
            for (Command command : step.commands()) {
                if (more.size() < MOST && Copies.is(command.program()) && copiesOf(pattern, command)) {
                    Area there = Area.inside(copies.targetFolder(command));
                    unseen.stream()
                            .filter(one -> mayBeIn(one.area(), Tree.path(command.folder(), pattern)))
                            .map(one -> one.at(there))
                            .filter(one -> !more.contains(one))
                            .forEach(more::add);
                }
            }
        }
        FIND.matcher(step.run())
                .results()
                .map(find -> Tree.path("", find.group(1)))
                .distinct()
                .limit(MOST_PATTERNS)
                .forEach(folder -> step.commands().stream()
                        .filter(command -> Copies.is(command.program()))
                        .map(command -> Area.inside(copies.targetFolder(command)))
                        .distinct()
                        .forEach(there -> unseen.stream()
                                .filter(one -> isBelow(one.area().folder(), folder))
                                .map(one -> one.at(there))
                                .filter(one -> more.size() < MOST && !more.contains(one))
                                .forEach(more::add)));
        return more;
    }

    private static boolean isBelow(String path, String folder) {
        return folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/");
    }

    private static boolean copiesOf(String pattern, Command command) {
        List<String> words = command.arguments();
        return words.stream()
                .limit(Math.max(0, words.size() - 1L))
                .anyMatch(word -> word.equals(pattern)
                        || fits(
                                Tree.path(command.folder(), pattern).split("/"),
                                Tree.path(command.folder(), word).split("/")));
    }

    private static boolean mayBeIn(Area area, String pattern) {
        String[] folders = pattern.contains("/")
                ? pattern.substring(0, pattern.lastIndexOf('/')).split("/")
                : new String[0];
        String[] there = area.folder().isEmpty() ? new String[0] : area.folder().split("/");
        boolean same = fits(folders, there)
                || area.deep() && there.length < folders.length && fits(Arrays.copyOf(folders, there.length), there);
        Area names = Area.of("", pattern.substring(pattern.lastIndexOf('/') + 1));
        return same
                && area.in("")
                        .and(new Area("", true, names.start(), names.end(), ""))
                        .isPresent();
    }

    private static boolean fits(String[] pattern, String[] path) {
        if (pattern.length != path.length) {
            return false;
        }
        for (int at = 0; at < path.length; at++) {
            if (!Area.of("", pattern[at]).mayHave(path[at])) {
                return false;
            }
        }
        return true;
    }
}
