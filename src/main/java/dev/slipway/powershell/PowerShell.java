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
public final class PowerShell extends Structures {
    private static final Pattern OF_WINDOWS =
            Pattern.compile("(?i)\\$env:|`\\n|Compress-Archive|^[ \\t]*+\\$\\w++[ \\t]*+=\\s", Pattern.MULTILINE);

    /** What separates folders on Windows, between two parts of a path. */
    private static final Pattern SEPARATOR = Pattern.compile("(?<=[\\w.}])\\\\(?=[\\w.*$({])");

    /** The ends of lines that are written, and those that are read. */
    private int written;

    private int read;
    private int counted;

    private PowerShell(String script, List<String> kept) {
        super(script, kept);
    }

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
        return new PowerShell(script, kept).sequence((char) 0);
    }

    /**
     * Arguments in the order of the parameters of a script, which may be named.
     *
     * @param words what a shell starts the script with
     */
    public static List<String> arguments(String script, List<String> words) {
        PowerShell reader = new PowerShell(script, List.of());
        reader.sequence((char) 0);
        Map<String, List<String>> named = new LinkedHashMap<>();
        List<List<String>> plain = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String name = lower(words.get(i).replaceFirst("^-", ""));
            if (words.get(i).startsWith("-") && reader.parameters.contains(name)) {
                boolean alone = i + 1 >= words.size() || words.get(i + 1).startsWith("-");
                named.put(name, alone ? List.of("true") : List.of(words.get(++i)));
            } else {
                plain.add(List.of(words.get(i)));
            }
        }
        return new Call("", "", plain, named).ordered(reader.parameters, "");
    }

    @Override
    String sequence(char end) {
        StringBuilder all = new StringBuilder();
        boolean deep = tooDeep();
        boolean outer = commas;
        int ends = 0;
        commas = true;
        depth++;
        for (gaps(); more() && here() != end && (end == 0 || !isOneOf(")}")); gaps()) {
            int start = at;
            String before = before(all.length() > 0);
            String statement = statement();
            all.append(before).append(statement);
            at = Math.max(at, start + 1);
            if (depth == 1) { // a text with line breaks would add lines of its own
                ends += ends(before) + ends(statement);
                written = ends;
            }
        }
        depth--;
        commas = outer;
        at += more() && end != 0 ? 1 : 0;
        return deep ? "echo " + UNKNOWN : all.length() == 0 ? "true" : all.toString();
    }

    private static int ends(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    /** As many ends of lines as the script has up to here, or what separates a statement from another. */
    private String before(boolean another) {
        for (; counted < at; counted++) {
            read += text.charAt(counted) == '\n' ? 1 : 0;
        }
        int missing = Math.max(0, read - written);
        written += missing;
        return missing > 0 ? "\n".repeat(missing) : another ? "; " : "";
    }

    @Override
    String block() {
        goesOn();
        return skip("{") ? sequence('}') : "true";
    }

    @Override
    String statement() {
        if (tooDeep()) {
            return "true";
        }
        int start = at;
        String word = lower(name());
        String found = here() == '-' ? "" : structure(word);
        at = found.isEmpty() ? start : at;
        return found.isEmpty() ? assignment().orElseGet(() -> pipeline().printed()) : found;
    }

    /** What a word begins; nothing if it is a command. */
    private String structure(String word) {
        return switch (word) {
            case "if" -> choice();
            case "foreach" -> loop();
            case "while" -> "while " + condition() + "; do " + block() + "; done";
            case "for" -> {
                blanks();
                brackets();
                yield "while " + Value.UNKNOWN.test() + "; do " + block() + "; done";
            }
            case "do" -> {
                String body = block();
                goesOn();
                boolean asks = keyword("while") || keyword("until");
                yield "{ " + body + "; }" + (asks ? "; " + condition() : "");
            }
            case "switch" -> cases();
            case "try" -> "{ " + block() + "; }" + handlers();
            case "function", "filter" -> function();
            case "param" -> parameters();
            case "return", "throw", "exit" -> {
                blanks();
                String value = isOneOf("\n;}") || !more() ? "true" : pipeline().printed();
                yield word.equals("return") ? value : "exit";
            }
            case "break", "continue" -> "true";
            default -> "";
        };
    }
}
