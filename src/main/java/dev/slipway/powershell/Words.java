package dev.slipway.powershell;

import java.util.List;
import java.util.Locale;

/** Writes the words of a PowerShell script as a shell quotes them. */
abstract class Words extends Text {
    /** A variable that no script sets: nothing is known of it. */
    static final String UNKNOWN = "\"${unknown}\"";

    Words(String script, List<String> kept) {
        super(script, kept);
    }

    /** The statements up to a bracket. */
    abstract String sequence(char end);

    /** What {@code $name} and its like are, without quotes around them. */
    String variable() {
        at++;
        if (here() == '{') {
            int start = at + 1;
            behind("}");
            return Variable.expansion(text.substring(start, Math.max(start, at - 1)));
        }
        if (!isName(here())) {
            at += isOneOf("?^$") ? 1 : 0;
            return "${unknown}";
        }
        String name = name();
        boolean scoped = here() == ':' && isName(ahead(1)) && (Variable.isScope(lower(name)));
        if (scoped) {
            at++;
            name += ":" + name();
        }
        return Variable.expansion(name);
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Quotes of either kind as those of a shell. */
    String quoted() {
        return here() == '"' ? expanded() : plain();
    }

    /** A text that says itself. */
    static String single(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** What stands between single quotes, with its backslashes. */
    String raw() {
        StringBuilder inside = new StringBuilder();
        for (at++; more(); at++) {
            if (here() == '\'' && ahead(1) != '\'') {
                break;
            }
            at += here() == '\'' ? 1 : 0;
            inside.append(here());
        }
        at = Math.min(at + 1, text.length());
        return inside.toString();
    }

    private String plain() {
        return single(raw().replace('\\', '/'));
    }

    private String expanded() {
        StringBuilder word = new StringBuilder("\"");
        at++;
        while (more() && !(here() == '"' && ahead(1) != '"')) {
            if (here() == '"') {
                word.append("\\\"");
                at += 2;
            } else {
                part(word);
            }
        }
        at = Math.min(at + 1, text.length());
        return word.append('"').toString();
    }

    /** A part of a text in double quotes. */
    private void part(StringBuilder word) {
        char c = here();
        if (c == '`') {
            char escaped = ahead(1);
            at = Math.min(at + 2, text.length());
            word.append(
                    switch (escaped) {
                        case 'n', 'r' -> "\"$'\\n'\"";
                        case 't' -> "\t";
                        case '"', '$', '`', '\\' -> "\\" + escaped;
                        default -> escaped == 0 ? "" : String.valueOf(escaped);
                    });
        } else if (c == '$' && ahead(1) == '(') {
            word.append("$(").append(subexpression()).append(')');
        } else if (c == '$' && (isName(ahead(1)) || ahead(1) == '{' || ahead(1) == '?')) {
            word.append(variable());
        } else {
            word.append(c == '$' || c == '"' ? "\\" + c : c == '\\' ? "/" : String.valueOf(c));
            at++;
        }
    }

    /** A text of several lines, from {@code @"} to {@code "@}. */
    String document() {
        boolean expands = ahead(1) == '"';
        at += 2;
        line();
        at = Math.min(at + 1, text.length());
        int start = at;
        behind(expands ? "\n\"@" : "\n'@");
        int end = Math.max(start, Math.min(at - 3, text.length()));
        int behind = at;
        if (!expands) {
            return single(text.substring(start, end));
        }
        StringBuilder word = new StringBuilder("\"");
        at = start;
        while (at < end) {
            part(word);
        }
        at = Math.max(at, behind);
        return word.append('"').toString();
    }

    /** A word without quotes, up to what ends an argument; empty if there is none. */
    String bare() {
        StringBuilder word = new StringBuilder();
        StringBuilder literal = new StringBuilder();
        while (more() && (!isOneOf(" \t\n;|&(){},<>") || symbol())) {
            if (symbol()) {
                int end = text.indexOf('}', at) + 1;
                literal.append(text, at, end);
                at = end;
            } else if (here() == '$' || isOneOf("'\"")) {
                word.append(literal(literal));
                word.append(
                        here() != '$'
                                ? quoted()
                                : ahead(1) == '(' ? "\"$(" + subexpression() + ")\"" : "\"" + variable() + "\"");
            } else if (here() == '`') {
                if (ahead(1) == '\n') {
                    break;
                }
                literal.append(ahead(1));
                at += 2;
            } else {
                literal.append(here() == '\\' ? '/' : here());
                at++;
            }
        }
        return word.append(literal(literal)).toString();
    }

    /** The statements in {@code $(…)}. */
    String subexpression() {
        at += 2;
        return sequence(')');
    }

    /** Whether this is a part that only a run knows, and no block. */
    boolean symbol() {
        return here() == '{' && kept.stream().anyMatch(one -> text.startsWith(one, at));
    }

    /** Plain text as a word; patterns stay patterns. */
    private static String literal(StringBuilder gathered) {
        String found = gathered.toString();
        gathered.setLength(0);
        return found.matches("[\\w./:@%+=~^*?-]*+") ? found : single(found);
    }
}
