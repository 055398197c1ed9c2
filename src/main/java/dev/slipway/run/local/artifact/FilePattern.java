package dev.slipway.run.local.artifact;

import dev.slipway.minimatch.PathPattern;
import dev.slipway.minimatch.PathPattern.AnyDepth;
import dev.slipway.minimatch.PathPattern.Name;
import dev.slipway.minimatch.PathPattern.Segment;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One line of the patterns that actions search files by.
 *
 * @param excludes whether it takes away what lines before it found: {@code !} in front
 * @param foldersOnly whether it matches folders alone: a slash at the end
 * @param start where the search begins: the part in front of the first wildcard
 * @param path what it matches, the root of the disk as its first name
 * @see <a href="https://github.com/actions/toolkit/tree/main/packages/glob">@actions/glob</a>
 */
record FilePattern(boolean excludes, boolean foldersOnly, Path start, PathPattern path) {
    /**
     * Reads a line that is neither empty nor a comment.
     *
     * @param folder what relative lines are relative to
     * @param home what {@code ~} stands for
     */
    static FilePattern read(String line, Path folder, Path home) {
        String text = line.strip();
        boolean excludes = false;
        while (text.startsWith("!")) {
            excludes = !excludes;
            text = text.substring(1).strip();
        }
        if (text.isEmpty()) {
            throw new ActionFailed("the pattern '" + line + "' has no path: write one after the !");
        }
        boolean windows = windows(folder);
        String[] parts = (windows ? text.replace('\\', '/') : text).split("/+", -1);
        boolean slash = parts.length > 1 && parts[parts.length - 1].isEmpty();
        List<String> segments = List.of(parts).subList(0, slash ? parts.length - 1 : parts.length);
        Path base = folder.toAbsolutePath();
        int first = 0;
        if (segments.get(0).isEmpty()) {
            base = base.getRoot();
            first = 1;
        } else if (windows && segments.get(0).matches("[A-Za-z]:")) {
            base = folder.getFileSystem().getPath(segments.get(0) + "\\");
            first = 1;
        } else if (segments.get(0).equals(".") || segments.get(0).equals("~")) {
            base = segments.get(0).equals(".") ? base : home.toAbsolutePath();
            first = 1;
        }
        for (int i = first; i < segments.size(); i++) {
            String literal = literal(segments.get(i), !windows);
            if (literal.equals("..") || literal.equals(".") && i > 0) {
                throw new ActionFailed("the pattern '" + line
                        + "' has '.' or '..' inside, which actions refuse: write the path without them");
            }
        }
        return of(excludes, slash, base, segments.subList(first, segments.size()));
    }

    private static FilePattern of(boolean excludes, boolean slash, Path base, List<String> rest) {
        boolean windows = windows(base);
        List<Segment> segments = new ArrayList<>();
        names(base).forEach(name -> segments.add(new Name(name)));
        Path start = base;
        boolean plain = true;
        for (String segment : rest) {
            segments.add(Segment.of(windows ? segment.toLowerCase(Locale.ROOT) : segment, !windows, false, true));
            String literal = literal(segment, !windows);
            plain = plain && !literal.isEmpty();
            start = plain ? below(start, literal) : start;
        }
        return new FilePattern(excludes, slash || segments.size() == 1, start, new PathPattern(segments));
    }

    private static Path below(Path folder, String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException impossible) {
            throw new ActionFailed("no file name can match '" + name + "': write another pattern");
        }
    }

    /** Whether the last of it is {@code **}, so that all below is in it already. */
    boolean endsDeep() {
        return path.segments().get(path.segments().size() - 1) instanceof AnyDepth;
    }

    /** The same for everything below what it matches, which a pattern for a folder means as well. */
    FilePattern below() {
        List<Segment> segments = new ArrayList<>(path.segments());
        segments.add(Segment.of("*", false, false, true));
        segments.add(new AnyDepth(true));
        return new FilePattern(excludes, false, start, new PathPattern(segments));
    }

    /** The names of a path, its root first; on Windows without case. */
    static List<String> names(Path path) {
        List<String> names = new ArrayList<>();
        names.add(path.getRoot().toString());
        path.forEach(name -> names.add(name.toString()));
        names.removeIf(String::isEmpty);
        return windows(path)
                ? names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList()
                : List.copyOf(names);
    }

    private static boolean windows(Path path) {
        return path.getFileSystem().getSeparator().equals("\\");
    }

    /** The name that a segment stands for; empty if it has a wildcard. */
    private static String literal(String segment, boolean escapes) {
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c == '\\' && escapes && i + 1 < segment.length()) {
                literal.append(segment.charAt(++i));
            } else if (c == '*' || c == '?') {
                return "";
            } else if (c == '[') {
                StringBuilder set = new StringBuilder();
                int close = i + 1;
                while (close < segment.length() && segment.charAt(close) != ']') {
                    close += segment.charAt(close) == '\\' && escapes && close + 1 < segment.length() ? 1 : 0;
                    set.append(segment.charAt(close++));
                }
                if (close < segment.length() && set.length() > 1) {
                    return "";
                }
                if (close < segment.length() && set.length() == 1) {
                    literal.append(set);
                    i = close;
                } else {
                    literal.append(c);
                }
            } else {
                literal.append(c);
            }
        }
        return literal.toString();
    }
}
