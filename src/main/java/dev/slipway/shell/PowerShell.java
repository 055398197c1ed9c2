package dev.slipway.shell;

/** Writes what scripts of Windows have in common with those of other systems in the words of the latter. */
public final class PowerShell {
    private PowerShell() {}

    public static String asShell(String script) {
        if (!script.matches("(?s).*(\\$env:|`\\n|Compress-Archive|(?m:^\\s*\\$\\w+\\s*=\\s)).*")) {
            return script;
        }
        return script.replace("`\n", "\\\n")
                .replaceAll("(?i)\\$env:(\\w+)", "\\${$1}")
                .replaceAll("(?m)^(\\s*)\\$\\{?(\\w+)}?\\s*=\\s*(\\S)", "$1$2=$3");
    }
}
