package dev.slipway.powershell;

import java.util.Set;

/** What variables of PowerShell are in a shell. */
final class Variable {
    private static final Set<String> SCOPES =
            Set.of("env", "script", "global", "local", "private", "using", "variable");

    private Variable() {}

    /** Whether a colon after a name makes it the scope of another one. */
    static boolean isScope(String name) {
        return SCOPES.contains(name);
    }

    /** A variable without the signs around it, to set it. */
    static String name(String expansion) {
        return expansion.replaceAll("[${}]", "");
    }

    /** A variable by its name, with the scope before it. */
    static String expansion(String given) {
        String scope = Word.lower(given.substring(0, Math.max(0, given.indexOf(':'))));
        String name = given.substring(given.indexOf(':') + 1);
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*+")) {
            return "${unknown}";
        }
        return scope.equals("env")
                ? "${" + name + "}"
                : switch (Word.lower(name)) {
                    case "args" -> "${@}";
                    case "psitem" -> "${_}";
                    case "psscriptroot" -> "${PSScriptRoot}";
                    case "pscommandpath" -> "${0}";
                    case "pwd" -> "${PWD}";
                    case "home" -> "${HOME}";
                    case "true" -> "true";
                    case "false", "null" -> "";
                    case "lastexitcode", "matches", "error", "host" -> "${unknown}";
                    default -> "${" + Word.lower(name) + "}";
                };
    }
}
