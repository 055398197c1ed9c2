package dev.slipway.powershell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a PowerShell script sets. */
abstract class Assignments extends Pipeline {
    /** A variable that a script sets, up to what it gets; types may stand before it. */
    private static final Pattern SETS =
            Pattern.compile("(?:\\[[\\w.]++(?:\\[])?+][ \\t]*+)?+\\$(?:\\{([\\w:]++)}|([\\w:]++))[ \\t]*+(\\+?)=(?!=)");

    /** Several variables, or a part of one. */
    private static final Pattern OTHER = Pattern.compile(
            "\\$\\w++(?:(?:\\.\\w++|\\[[^\\]\\n=]{0,80}])++|(?:,[ \\t]*+\\$\\w++)++)[ \\t]*+[-+*/]?=(?!=)");

    /** Statements that have a value. */
    private static final Pattern STRUCTURE =
            Pattern.compile("(?i)(?:if|switch|foreach|try|while|for|do)[ \\t\\n]*+[({$]");

    Assignments(String script, List<String> kept) {
        super(script, kept);
    }

    abstract String statement();

    /** The assignment that is here, as one of a shell. */
    Optional<String> assignment() {
        Matcher sets = SETS.matcher(text).region(at, text.length());
        if (sets.lookingAt()) {
            at = sets.end();
            String name = sets.group(1) != null ? sets.group(1) : sets.group(2);
            String expansion = Variable.expansion(name).replaceAll("[${}]", "");
            blanks();
            if (here() == '@' && ahead(1) == '{') {
                tables.put(expansion, table());
                return Optional.of(set("unseen", "", Value.UNKNOWN));
            }
            return Optional.of(set(expansion, sets.group(3), given()));
        }
        Matcher other = OTHER.matcher(text).region(at, text.length());
        if (other.lookingAt()) {
            at = other.end();
            return Optional.of(set("unseen", "", given()));
        }
        return Optional.empty();
    }

    /** The words of a table by their names. */
    private Map<String, List<String>> table() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        at += 2;
        gaps();
        while (more() && here() != '}') {
            int start = at;
            String name = isOneOf("'\"") ? quoted().replaceAll("['\"]", "") : name();
            blanks();
            if (skip("=")) {
                words.put(lower(name), given().spread());
            }
            at = Math.max(at, start + 1);
            gaps();
        }
        skip("}");
        return words;
    }

    private static String set(String name, String sign, Value value) {
        boolean list = value.items().size() != 1 && value.between().isEmpty();
        boolean proper = name.matches("[A-Za-z_]\\w*") && !name.equals("unknown");
        return (proper ? name : "unseen")
                + sign
                + "="
                + (list ? "(" + String.join(" ", value.items()) + ")" : value.word());
    }

    private Value given() {
        goesOn();
        boolean nested = SETS.matcher(text).region(at, text.length()).lookingAt();
        if (!nested && !STRUCTURE.matcher(text).region(at, text.length()).lookingAt()) {
            return pipeline();
        }
        depth++;
        Value value = Value.output(statement());
        depth--;
        return value;
    }
}
