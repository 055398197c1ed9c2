package dev.slipway.powershell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads commands of PowerShell, one after another in a pipeline. */
abstract class Pipeline extends Members {
    /** What functions of the script call their parameters. */
    final Map<String, List<String>> functions = new HashMap<>();

    /** What variables hold that name the arguments of a command. */
    final Map<String, Map<String, List<String>>> tables = new HashMap<>();

    Pipeline(String script, List<String> kept) {
        super(script, kept);
    }

    /** Statements in braces. */
    abstract String block();

    @Override
    Value pipeline() {
        if (tooDeep()) {
            return Value.UNKNOWN;
        }
        depth++;
        Value found = elements();
        depth--;
        return found;
    }

    private Value elements() {
        Value value = isExpression() ? expression() : Value.output(command(""));
        boolean first = true;
        while (more()) {
            blanks();
            int line = at;
            goesOn();
            boolean pipe = here() == '|' && ahead(1) != '|';
            if (!pipe) {
                at = line;
                String to = redirection();
                if (to.isEmpty()) {
                    return chained(value);
                }
                value = to.equals(" ") ? value : Value.output(value.printed() + to);
                continue;
            }
            at++;
            goesOn();
            value = next(value, first);
            first = false;
        }
        return value;
    }

    private Value chained(Value value) {
        if (!looking("&&") && !looking("||")) {
            return value;
        }
        String sign = text.substring(at, at + 2);
        at += 2;
        goesOn();
        return Value.output(value.printed() + " " + sign + " " + pipeline().printed());
    }

    private Value next(Value value, boolean first) {
        boolean each = looking("foreach-object") || keyword("%") || keyword("foreach");
        if (!each) {
            return Value.output(command(
                    first && value.prints().isEmpty() ? "echo " + String.join(" ", value.spread()) : value.printed()));
        }
        skip("foreach-object");
        blanks();
        skip("-process");
        blanks();
        String body = here() == '{'
                ? block()
                : "echo " + Types.property(Value.of("\"${_}\""), name()).word();
        return Value.output(
                value.prints().isEmpty()
                        ? "for _ in " + String.join(" ", value.spread()) + "; do " + body + "; done"
                        : value.prints() + " | while read -r _; do " + body + "; done");
    }

    private boolean isExpression() {
        boolean negated = here() == '!' || looking("-not") || here() == '-' && Character.isDigit(ahead(1));
        return negated || isOneOf("$\"'(@[{") && !symbol() || Character.isDigit(here()) && !isWord();
    }

    /** Where the output goes; a space if only messages go somewhere, and nothing if there is no such sign. */
    private String redirection() {
        int start = at;
        boolean errors = isOneOf("23456") && ahead(1) == '>';
        at += errors || (here() == '1' || here() == '*') && ahead(1) == '>' ? 1 : 0;
        if (here() != '>') {
            at = start;
            return "";
        }
        String sign = looking(">>") ? " >> " : " > ";
        at += looking(">>") ? 2 : 1;
        if (here() == '&') {
            at += 2;
            return " ";
        }
        blanks();
        String file = argument().get(0);
        return errors ? " " : file.isEmpty() || file.equals("''") ? " > /dev/null" : sign + file;
    }

    private String command(String before) {
        boolean called = here() == '&' && skip("&") || here() == '.' && Character.isWhitespace(ahead(1));
        boolean sourced = called && here() == '.';
        at += sourced ? 1 : 0;
        blanks();
        if (called && here() == '{') {
            return block();
        }
        String program = called && isOneOf("$(\"'") ? primary().word() : bare();
        at += program.isEmpty() && more() && !isOneOf("\n;|)}") ? 1 : 0; // a sign that is no command
        String name = lower(program.replaceFirst("(?<=.)\\.exe$", ""));
        boolean cmdlet = !Call.cmdlet(name).isEmpty() || functions.containsKey(name);
        List<List<String>> given = new ArrayList<>();
        Map<String, List<String>> options = new LinkedHashMap<>();
        for (blanks(); more() && !ends(); blanks()) {
            int start = at;
            if (here() == '@' && isName(ahead(1))) {
                at++;
                String splat = lower(name());
                options.putAll(tables.getOrDefault(splat, Map.of()));
                given.addAll(tables.containsKey(splat) ? List.of() : List.of(List.of("\"${" + splat + "[@]}\"")));
            } else if (cmdlet && here() == '-' && Character.isLetter(ahead(1))) {
                option(options);
            } else {
                given.add(argument());
            }
            at = Math.max(at, start + 1);
        }
        Call call = new Call(name, program, given, options);
        String pipe = before.isEmpty() ? "" : before + " | ";
        if (functions.containsKey(name)) {
            return pipe + name + " " + String.join(" ", call.ordered(functions.get(name), "''"));
        }
        return cmdlet ? Cmdlets.shell(call, before) : pipe + (sourced ? ". " : "") + call.written();
    }

    private boolean ends() {
        return isOneOf("\n;|)}") || isOneOf("&>") || isOneOf("123456*") && ahead(1) == '>';
    }

    private void option(Map<String, List<String>> options) {
        at++;
        String name = lower(name());
        boolean value = here() == ':';
        at += value ? 1 : 0;
        blanks();
        boolean none = Call.isSwitch(name) || ends() || here() == '-' && Character.isLetter(ahead(1));
        options.put(name, value || !none ? argument() : List.of());
    }

    /** An argument of a command, which may be several words. */
    List<String> argument() {
        List<String> words = new ArrayList<>();
        do {
            goesOn();
            words.addAll(word());
            blanks();
        } while (skip(","));
        return words;
    }

    private List<String> word() {
        int start = at;
        if (isOneOf("(@{") || here() == '$' && ahead(1) != '(') {
            Value value = primary();
            boolean whole = !more() || isOneOf(" \t\n;|)},>&");
            if (whole) {
                return value.spread();
            }
            if (text.charAt(start) == '$') { // it begins a longer word
                at = start;
                String word = bare();
                return List.of(word.isEmpty() ? UNKNOWN : word);
            }
            return List.of(value.word() + bare());
        }
        String word = bare();
        at = Math.max(at, start + (word.isEmpty() ? 1 : 0));
        return List.of(word.isEmpty() ? UNKNOWN : word);
    }
}
