package dev.slipway.detect.upload;

import dev.slipway.shell.Symbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A pattern by which a workflow uploads files to a release, if not all of them are known.
 *
 * @param pattern as the workflow has it
 * @param makers the commands and actions that may leave more files there
 */
public record OpenUpload(String pattern, List<Maker> makers) {
    private static final int SHOWN = 6;

    public OpenUpload {
        makers = List.copyOf(makers);
    }

    /**
     * What may leave files.
     *
     * @param names what these are called, as a pattern
     * @param by a command, or an action
     * @param place the file and the line of its step
     * @param certain whether it leaves such files, and not only perhaps
     */
    public record Maker(String names, String by, String place, boolean certain) {
        private static final int LONGEST = 60;

        /** Whether it is known what kind of file it leaves. */
        public boolean tellsKind() {
            return names.matches("(?s).*\\.[A-Za-z][A-Za-z0-9._-]{0,20}");
        }

        /** Whether it may leave a file of this name. */
        public boolean mayMake(String name) {
            int star = names.indexOf('*');
            return star < 0
                    ? names.equals(name)
                    : name.startsWith(names.substring(0, star)) && name.endsWith(names.substring(star + 1));
        }

        /** The start of the command, and its place. */
        private String shown() {
            String line = Symbols.shown(by.lines().findFirst().orElse("")).replaceFirst("^\\{\\?}[/\\\\]", "");
            String start = line.length() <= LONGEST
                    ? line
                    : line.substring(0, LONGEST - 2).stripTrailing() + " …";
            return "'" + start + "' (" + place + ")";
        }
    }

    /** Both patterns. */
    OpenUpload beside(OpenUpload other) {
        return new OpenUpload(
                pattern + "', '" + other.pattern,
                Stream.concat(makers.stream(), other.makers.stream()).distinct().toList());
    }

    /** The same pattern with the makers of another row of its job. */
    OpenUpload and(OpenUpload other) {
        return new OpenUpload(
                pattern,
                Stream.concat(makers.stream(), other.makers.stream()).distinct().toList());
    }

    /** The same with some of its makers. */
    public OpenUpload with(Predicate<Maker> wanted) {
        return new OpenUpload(pattern, makers.stream().filter(wanted).toList());
    }

    /** In words, with the places of what may leave more. */
    public String text() {
        return "'" + pattern + "' may upload more files than are listed here: which ones come from " + shown(makers)
                + " is known only during a run";
    }

    /**
     * Files of which only the kind is known.
     *
     * @param names the pattern of their names
     * @param certain whether there are any
     * @param makers what they come from, in words
     */
    public record Kind(String names, boolean certain, String makers) {}

    /** The kinds of its files. */
    public List<Kind> kinds() {
        Map<String, List<Maker>> kinds = new LinkedHashMap<>();
        makers.forEach(maker ->
                kinds.computeIfAbsent(maker.names(), names -> new ArrayList<>()).add(maker));
        return kinds.entrySet().stream()
                .map(kind -> kind(kind.getKey(), kind.getValue()))
                .toList();
    }

    private static Kind kind(String names, List<Maker> makers) {
        List<Maker> certain = makers.stream().filter(Maker::certain).toList();
        return new Kind(names, !certain.isEmpty(), shown(certain.isEmpty() ? makers : certain));
    }

    private static String shown(List<Maker> makers) {
        List<String> all = makers.stream().map(Maker::shown).distinct().toList();
        int more = all.size() - SHOWN;
        return all.stream().limit(SHOWN).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " other commands" : "");
    }
}
