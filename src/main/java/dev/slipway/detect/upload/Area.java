package dev.slipway.detect.upload;

import dev.slipway.shell.Symbols;
import dev.slipway.shell.Tree;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where files are and what their names begin and end with: what a pattern or a command says of files that nobody saw.
 *
 * @param folder from the workspace
 * @param deep whether they may be in any folder below it
 * @param inside a name that one of their folders has, such as {@code target}; empty for any
 */
public record Area(String folder, boolean deep, String start, String end, String inside) {
    /** What a path or a pattern names; of a name, what is known only during a run counts as a wildcard. */
    static Area of(String from, String pattern) {
        return of(from, pattern, false);
    }

    /** The same for a command: a folder of which only a run knows the name is the one that it has in other commands. */
    static Area named(String from, String pattern) {
        return of(from, pattern, true);
    }

    private static Area of(String from, String pattern, boolean same) {
        List<String> parts = Arrays.asList(Tree.path(from, pattern).split("/"));
        int wild = 0;
        while (wild < parts.size() - 1 && first(same ? withoutSymbols(parts.get(wild)) : parts.get(wild)) < 0) {
            wild++;
        }
        String name = parts.get(parts.size() - 1);
        boolean deep = wild < parts.size() - 1 || name.equals("**");
        String folder = String.join("/", parts.subList(0, wild));
        int wildcard = first(name);
        return wildcard < 0
                ? new Area(folder, deep, name, name, "")
                : new Area(folder, deep, name.substring(0, wildcard), name.substring(last(name) + 1), "");
    }

    /** All files in a folder. */
    static Area inside(String folder) {
        return new Area(folder, false, "", "", "");
    }

    /** All files in a folder and below it. */
    static Area below(String folder) {
        return new Area(folder, true, "", "", "");
    }

    /** Whether a text names several files that it does not list. */
    static boolean isPattern(String text) {
        String known = text.replace(Symbols.UNKNOWN, "");
        return known.indexOf('*') >= 0 || known.indexOf('?') >= 0 || known.indexOf('[') >= 0;
    }

    private static String withoutSymbols(String part) {
        String rest = part;
        for (String symbol : Symbols.all()) {
            rest = rest.replace(symbol, "");
        }
        return rest;
    }

    private static int first(String name) {
        for (int at = 0; at < name.length(); at++) {
            if ("*?[{".indexOf(name.charAt(at)) >= 0) {
                return at;
            }
        }
        return -1;
    }

    private static int last(String name) {
        int at = name.length() - 1;
        while ("*?]}".indexOf(name.charAt(at)) < 0 && at > 0) {
            at--;
        }
        return at;
    }

    /** Those of its files whose names end so. */
    Area ending(String with) {
        return new Area(folder, deep, start, with, inside);
    }

    /** The same files, now in another folder. */
    Area movedTo(String other) {
        return new Area(other, deep, start, end, "");
    }

    /** The same files in another folder, as far below it as they are now. */
    Area in(String other) {
        return new Area(other, deep, start, end, inside);
    }

    /** The path of another area's folder from this one's, if it is one of its names or below one. */
    Optional<String> folderOf(Area other) {
        String above = folder.isEmpty() ? "" : folder + "/";
        if (deep || !other.folder.startsWith(above)) {
            return Optional.empty();
        }
        String rest = other.folder.substring(above.length());
        return Optional.of(rest).filter(path -> !path.isEmpty() && mayHave(path.replaceFirst("/.*", "")));
    }

    /** The same files wherever they are below a folder. */
    Area spreadBelow(String other) {
        return new Area(other, true, start, end, "");
    }

    /** Whether all of its files are among others, of which more than the folder is known. */
    boolean isWithin(Area other) {
        boolean named = !other.start.isEmpty() || !other.end.isEmpty();
        return named
                && !deep
                && folder.equals(other.folder)
                && start.startsWith(other.start)
                && end.endsWith(other.end);
    }

    /** Whether a name fits. */
    boolean mayHave(String name) {
        return name.startsWith(start) && name.endsWith(end);
    }

    /** The names of its files, as a pattern. */
    String names() {
        return start.equals(end) && !start.isEmpty() ? start : start + "*" + end;
    }

    /** The files that may be in both. */
    Optional<Area> and(Area other) {
        boolean lower = isBelow(other.folder, folder);
        boolean there = folder.equals(other.folder) || deep && lower || other.deep && isBelow(folder, other.folder);
        String place = lower ? other.folder : folder;
        boolean both = deep && other.deep;
        boolean starts = start.startsWith(other.start) || other.start.startsWith(start);
        boolean ends = end.endsWith(other.end) || other.end.endsWith(end);
        boolean fits = both || (holds(place) && other.holds(place));
        return there && starts && ends && fits
                ? Optional.of(new Area(place, both, longer(start, other.start), longer(end, other.end), ""))
                : Optional.empty();
    }

    private boolean holds(String place) {
        return inside.isEmpty() || Arrays.asList(place.split("/")).contains(inside);
    }

    private static boolean isBelow(String path, String folder) {
        return folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/");
    }

    private static String longer(String one, String other) {
        return one.length() >= other.length() ? one : other;
    }
}
