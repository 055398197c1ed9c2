package dev.slipway.powershell;

import java.util.ArrayList;
import java.util.List;

/** Reads what in PowerShell has other statements in it: choices, loops, functions and their parameters. */
abstract class Structures extends Assignments {
    /** The parameters of the script or of the function that is read. */
    List<String> parameters = new ArrayList<>();

    Structures(String script, List<String> kept) {
        super(script, kept);
    }

    final String condition() {
        blanks();
        return here() == '(' ? primary().test() : Value.UNKNOWN.test();
    }

    final String choice() {
        StringBuilder all = new StringBuilder("if " + condition() + "; then " + block());
        int end = at;
        goesOn();
        while (keyword("elseif")) {
            all.append("; elif ").append(condition()).append("; then ").append(block());
            end = at;
            goesOn();
        }
        if (keyword("else")) {
            all.append("; else ").append(block());
            end = at;
        }
        at = end;
        return all.append("; fi").toString();
    }

    final String loop() {
        blanks();
        boolean opens = skip("(");
        blanks();
        String name = here() == '$' ? variable().replaceAll("[${}]", "") : "unseen";
        goesOn();
        boolean in = keyword("in");
        goesOn();
        List<String> items = opens && in ? pipeline().spread() : List.of(UNKNOWN);
        goesOn();
        skip(")");
        String body = block();
        return "for " + (name.isEmpty() ? "unseen" : name) + " in " + String.join(" ", items) + "; do " + body
                + "; done";
    }

    final String cases() {
        blanks();
        while (here() == '-') {
            at++;
            name();
            blanks();
        }
        StringBuilder all =
                new StringBuilder("case " + (here() == '(' ? primary().word() : UNKNOWN) + " in");
        goesOn();
        boolean opens = skip("{");
        gaps();
        while (opens && more() && here() != '}') {
            int start = at;
            String pattern = keyword("default")
                    ? "*"
                    : here() == '{' ? skippedPattern() : primary().word();
            all.append(" (").append(pattern).append(") ").append(block()).append(" ;;");
            at = Math.max(at, start + 1);
            gaps();
        }
        skip("}");
        return all.append(" esac").toString();
    }

    private String skippedPattern() {
        brackets();
        return UNKNOWN;
    }

    final String handlers() {
        StringBuilder all = new StringBuilder();
        int end = at;
        goesOn();
        while (looking("catch") || looking("finally")) {
            boolean always = skip("finally") || !skip("catch");
            blanks();
            while (here() == '[') {
                brackets();
                goesOn();
            }
            String body = block();
            all.append(always ? "; { " : "; if " + Value.UNKNOWN.test() + "; then ")
                    .append(body)
                    .append(always ? "; }" : "; fi");
            end = at;
            goesOn();
        }
        at = end;
        return all.toString();
    }

    final String function() {
        blanks();
        int start = at;
        while (more() && !isOneOf(" \t\n({")) {
            at++;
        }
        String name = lower(text.substring(start, at)).replaceAll("[^\\w-]", "_");
        List<String> outer = parameters;
        parameters = new ArrayList<>();
        goesOn();
        String sets = here() == '(' ? parameters() + "; " : "";
        String body = block();
        functions.put(name, parameters);
        parameters = outer;
        return "function " + name + " { " + sets + body + "; }";
    }

    /** Sets each parameter to the argument in its place. */
    final String parameters() {
        goesOn();
        if (!skip("(")) {
            return "true";
        }
        StringBuilder all = new StringBuilder("true");
        goesOn();
        while (more() && here() != ')') {
            int start = at;
            while (here() == '[') {
                brackets();
                goesOn();
            }
            if (here() == '$') {
                String name = variable().replaceAll("[${}]", "");
                parameters.add(name);
                goesOn();
                String other = skip("=") ? single().word() : "";
                String place = parameters.size() > 9 ? "unknown" : String.valueOf(parameters.size());
                all.append("; ").append(name).append("=\"${").append(place);
                all.append(other.isEmpty() ? "" : ":-" + other).append("}\"");
            }
            goesOn();
            skip(",");
            goesOn();
            at = Math.max(at, start + 1);
        }
        skip(")");
        return all.toString();
    }
}
