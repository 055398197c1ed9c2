package dev.slipway.shell;

import java.util.regex.Pattern;

/** Writes what scripts of Windows have in common with those of other systems in the words of the latter. */
public final class PowerShell {
    private static final Pattern OF_WINDOWS =
            Pattern.compile("\\$env:|`\\n|Compress-Archive|^[ \\t]*+\\$\\w++[ \\t]*+=\\s", Pattern.MULTILINE);

    /** What separates folders on Windows, between two parts of a path. */
    private static final Pattern SEPARATOR = Pattern.compile("(?<=[\\w.}])\\\\(?=[\\w.*$({])");

    private PowerShell() {}

    /** A script of Windows with the paths of other systems: elsewhere, a backslash keeps the next character. */
    public static String withPaths(String script) {
        return SEPARATOR.matcher(script).replaceAll("/");
    }

    public static String asShell(String script) {
        if (!OF_WINDOWS.matcher(script).find()) {
            return script;
        }
        return script.replace("`\n", "\\\n")
                .replaceAll("(?i)\\$env:(\\w+)", "\\${$1}")
                .replaceAll("(?m)^([ \\t]*+)\\$\\{?(\\w++)}?[ \\t]*+=[ \\t]*+(\\S)", "$1$2=$3");
    }
}
