package dev.slipway.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a small program prints of a text that is known: the parts of it that scripts take from names of platforms.
 *
 * @param program {@code cut}, {@code awk}, {@code tr}, {@code head}, {@code tail} or {@code grep}
 * @param arguments what it gets
 * @see <a href="https://www.gnu.org/software/coreutils/manual/html_node/cut-invocation.html">cut</a>
 */
record TextFilter(String program, List<String> arguments) {
    private static final Pattern FIELDS = Pattern.compile("([1-9][0-9]?)(-([1-9][0-9]?)?)?");
    /** Lists of fields in a row, as ranges. */
    private static final Map<String, String> LISTED = Map.of("1,2", "1-2", "1,2,3", "1-3", "2,3", "2-3");

    private static final Pattern PRINT =
            Pattern.compile("(?:/\\w{1,20}:?/ *)?\\{ *print +\\$([1-9][0-9]?)(?: *\"\\.\" *\\$([1-9][0-9]?))?;? *}");

    /** Empty if it does something else. */
    Optional<String> of(String text) {
        return switch (program) {
            case "cut" -> cut(text);
            case "awk", "gawk", "mawk" -> awk(text);
            case "tr" -> tr(text);
            case "head", "tail" -> line(text);
            case "grep", "egrep" -> found(text);
            default -> Optional.empty();
        };
    }

    /** Whether it takes the parts between dots. */
    boolean atDots() {
        return program.equals("cut") && option("-d").orElse("").equals(".")
                || program.matches("[gm]?awk") && option("-F").orElse("").equals(".");
    }

    private Optional<String> cut(String text) {
        Optional<String> fields = option("-f");
        String between = option("-d").orElse("\t");
        Matcher wanted = FIELDS.matcher(LISTED.getOrDefault(fields.orElse(""), fields.orElse("")));
        boolean plain =
                arguments.stream().filter(word -> word.startsWith("-")).allMatch(word -> word.matches("-[df].*"));
        if (!plain || between.length() != 1 || !wanted.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(wanted.group(1));
        int last = wanted.group(3) != null
                ? Integer.parseInt(wanted.group(3))
                : wanted.group(2) != null ? Integer.MAX_VALUE : first;
        if (between.equals(".") && VersionParts.isOne(text.strip())) {
            return Optional.of(VersionParts.between(text.strip(), first, last));
        }
        return Optional.of(text.lines()
                .map(line -> line.contains(between)
                        ? parts(line, between.charAt(0)).stream()
                                .skip(first - 1L)
                                .limit(Math.max(0L, 1L + last - first))
                                .collect(Collectors.joining(between))
                        : line)
                .collect(Collectors.joining("\n")));
    }

    private Optional<String> awk(String text) {
        String between = option("-F").orElse("");
        Matcher print = PRINT.matcher(arguments.isEmpty() ? "" : arguments.get(arguments.size() - 1));
        if (between.length() > 1 || !print.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(print.group(1));
        if (between.equals(".") && VersionParts.isOne(text.strip())) {
            return Optional.of(VersionParts.between(
                    text.strip(), number, print.group(2) == null ? number : Integer.parseInt(print.group(2))));
        }
        if (print.group(2) != null) {
            return Optional.empty();
        }
        return Optional.of(text.lines()
                .map(line -> between.isBlank() ? List.of(line.strip().split("\\s++")) : parts(line, between.charAt(0)))
                .map(fields -> number <= fields.size() ? fields.get(number - 1) : "")
                .collect(Collectors.joining("\n")));
    }

    static List<String> parts(String line, char between) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = line.indexOf(between); at >= 0; at = line.indexOf(between, from)) {
            parts.add(line.substring(from, at));
            from = at + 1;
        }
        parts.add(line.substring(from));
        return parts;
    }

    private Optional<String> tr(String text) {
        List<String> sets =
                arguments.stream().map(word -> word.replace("\\n", "\n")).toList();
        boolean deletes =
                sets.size() == 2 && sets.get(0).equals("-d") && sets.get(1).length() == 1;
        boolean single = sets.size() == 2 && sets.stream().allMatch(word -> word.length() == 1);
        return deletes
                ? Optional.of(text.replace(sets.get(1), ""))
                : single ? Optional.of(text.replace(sets.get(0), sets.get(1))) : Optional.empty();
    }

    /** The lines with a plain text; with groups around what may be anything, as scripts of PowerShell search. */
    private Optional<String> found(String text) {
        List<String> words =
                arguments.stream().filter(word -> !word.matches("-[EeF]")).toList();
        String wanted = words.size() == 1 ? words.get(0).replaceFirst("\\(?\\.[*+]\\)?\\$?$", "") : "";
        boolean first = wanted.startsWith("^");
        String plain = first ? wanted.substring(1) : wanted;
        return plain.matches("[\\w: ]++")
                ? Optional.of(text.lines()
                        .filter(line -> first ? line.startsWith(plain) : line.contains(plain))
                        .collect(Collectors.joining("\n")))
                : Optional.empty();
    }

    private Optional<String> line(String text) {
        boolean one = String.join(" ", arguments).matches("-1|-n ?1");
        List<String> lines = text.lines().toList();
        return one && !lines.isEmpty()
                ? Optional.of(lines.get(program.equals("head") ? 0 : lines.size() - 1))
                : Optional.empty();
    }

    /** The value of a short option, with or without a space before it. */
    private Optional<String> option(String name) {
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (word.equals(name)) {
                return i + 1 < arguments.size() ? Optional.of(arguments.get(i + 1)) : Optional.empty();
            }
            if (word.startsWith(name)) {
                return Optional.of(word.substring(name.length()));
            }
        }
        return Optional.empty();
    }
}
