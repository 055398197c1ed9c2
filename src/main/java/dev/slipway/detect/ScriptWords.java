package dev.slipway.detect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words that a script gives its variables, such as {@code NAME=otto} and {@code $name = "otto"}: one for each machine, as
 * a rule. A variable that it gives several words and what a command prints has none.
 *
 * @param words those of each variable, in the order of the script
 */
public record ScriptWords(Map<String, Set<String>> words) {
    /** A word with letters, digits and joints alone. */
    public static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,60}+");

    /** An address or a name, perhaps with variables. */
    public static final Pattern ANY = Pattern.compile("[\\w$][\\w.:/$+{}-]{0,250}+");

    private static final Pattern VARIABLE = Pattern.compile("\\$(?:([A-Za-z_]\\w{0,60}+)|\\{([A-Za-z_]\\w{0,60}+)})");

    /** What a machine calls itself. */
    private static final Pattern MACHINE =
            Pattern.compile("(?:\\$\\(|`)\\s*+(?:uname(?: -[a-z]{1,3}+)?|arch|dpkg --print-architecture)\\s*+[)`]");

    /** More words than any script gives one variable for one machine each. */
    private static final int MOST = 20;

    private static final int MOST_LINES = 60;
    private static final int LONGEST = 2000;

    public ScriptWords {
        words = Map.copyOf(words);
    }

    /**
     * Those of some lines.
     *
     * @param word what counts as a word
     */
    public static ScriptWords of(List<String> lines, Pattern word) {
        Map<String, Set<String>> assigned = new HashMap<>();
        Set<String> computed = new HashSet<>();
        for (String whole : lines.stream().flatMap(ScriptWords::arms).toList()) {
            String line = after(after(whole, "&& "), "; then ");
            int sign = line.indexOf('=');
            String name = line.substring(0, Math.max(sign, 0))
                    .strip()
                    .replaceFirst("^.*\\s", "")
                    .replace("$", "");
            String value = line.substring(sign + 1).replaceAll("[\"';]", "").strip();
            if (sign < 1 || !name.matches("[A-Za-z_]\\w{0,60}+")) {
                continue;
            }
            if (word.matcher(value).matches()) {
                assigned.computeIfAbsent(name, any -> new LinkedHashSet<>()).add(value);
            } else if (assigned.containsKey(name) || !MACHINE.matcher(value).matches()) {
                computed.add(name); // a word of the machine that later lines replace is none of the project's
            }
        }
        assigned.values().removeIf(some -> some.size() > MOST);
        assigned.keySet()
                .removeIf(name -> computed.contains(name)
                        && assigned.getOrDefault(name, Set.of()).size() > 1);
        return new ScriptWords(assigned);
    }

    /** The arms of a {@code case} in one line. */
    private static Stream<String> arms(String line) {
        return line.length() <= LONGEST && line.contains(";;") ? Stream.of(line.split(";;")) : Stream.of(line);
    }

    /** What a line does if something before it holds. */
    private static String after(String line, String mark) {
        int at = line.lastIndexOf(mark);
        return at < 0 ? line : line.substring(at + mark.length()).replaceFirst(";\\s*+fi\\s*+$", "");
    }

    /** The line for each word of its variables; nothing if it has none that is known. */
    List<String> filled(String line) {
        if (words.isEmpty() || line.indexOf('$') < 0 || line.length() > LONGEST) {
            return List.of();
        }
        Set<String> lines = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(List.of(line));
        for (int at = 0; at < open.size() && at < MOST_LINES; at++) {
            String text = open.get(at);
            Matcher variable = VARIABLE.matcher(text);
            boolean full = true;
            while (full && variable.find()) {
                String name = variable.group(1) == null ? variable.group(2) : variable.group(1);
                Set<String> some = words.getOrDefault(name, Set.of());
                full = some.isEmpty();
                for (String word : some) {
                    String next = text.substring(0, variable.start()) + word + text.substring(variable.end());
                    if (next.length() <= LONGEST) {
                        open.add(next);
                    }
                }
            }
            if (full && at > 0) {
                lines.add(text);
            }
        }
        return List.copyOf(lines);
    }
}
