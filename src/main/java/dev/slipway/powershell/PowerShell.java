package dev.slipway.powershell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes a PowerShell script in the words of a shell of other systems, line by line, so that one reader follows both. What
 * it cannot say in them is an unknown value.
 *
 * @see <a href="https://learn.microsoft.com/powershell/scripting/lang-spec/chapter-02">its language</a>
 */
public final class PowerShell {
    private static final Pattern OF_WINDOWS =
            Pattern.compile("(?i)\\$env:|`\\n|Compress-Archive|^[ \\t]*+\\$\\w++[ \\t]*+=\\s", Pattern.MULTILINE);

    /** What separates folders on Windows, between two parts of a path. */
    private static final Pattern SEPARATOR = Pattern.compile("(?<=[\\w.}])\\\\(?=[\\w.*$({])");

    private PowerShell() {}

    /** A script of the command prompt with the paths of other systems: elsewhere, a backslash keeps the next character. */
    public static String withPaths(String script) {
        return SEPARATOR.matcher(script).replaceAll("/");
    }

    /** Whether a script of which nothing says the language has words of PowerShell alone. */
    public static boolean is(String script) {
        return OF_WINDOWS.matcher(script).find();
    }

    /**
     * The script in words of a shell.
     *
     * @param kept parts in braces that stand for what only a run can know
     */
    public static String asShell(String script, List<String> kept) {
        return StatementReader.sequence(new Text(script, kept), (char) 0).shell();
    }

    /**
     * Arguments in the order of the parameters of a script, which may be named.
     *
     * @param words what a shell starts the script with
     */
    public static List<String> arguments(String script, List<String> words) {
        Text read = new Text(script, List.of());
        StatementReader.sequence(read, (char) 0);
        Map<String, List<String>> named = new LinkedHashMap<>();
        List<List<String>> plain = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String name = Word.lower(words.get(i).replaceFirst("^-", ""));
            if (words.get(i).startsWith("-") && read.parameters.contains(name)) {
                boolean alone = i + 1 >= words.size() || words.get(i + 1).startsWith("-");
                named.put(name, alone ? List.of("true") : List.of(words.get(++i)));
            } else {
                plain.add(List.of(words.get(i)));
            }
        }
        return new Call("", "", plain, named).ordered(read.parameters, "");
    }
}
