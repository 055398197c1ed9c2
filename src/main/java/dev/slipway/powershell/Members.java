package dev.slipway.powershell;

import java.util.ArrayList;
import java.util.List;

/** Reads single values of PowerShell, with their properties and methods. */
abstract class Members extends Values {
    Members(String script, List<String> kept) {
        super(script, kept);
    }

    /** Commands up to the end of the statement; a mere expression is a value. */
    abstract Value pipeline();

    @Override
    Value primary() {
        blanks();
        if (tooDeep()) {
            return Value.UNKNOWN;
        }
        depth++;
        Value value = members(simple());
        depth--;
        return value;
    }

    private Value simple() {
        if (keyword("-not") || here() == '!' && skip("!")) {
            return Value.answer(not(primary().test()));
        }
        return switch (here()) {
            case '"', '\'' -> Value.of(quoted());
            case '(' -> within();
            case '@' -> collection();
            case '{' -> symbol() ? Value.of(bare()) : skipped();
            case '[' -> typed();
            case '$' -> ahead(1) == '(' ? Value.output(subexpression()) : named();
            default -> {
                int start = at;
                String word = bare();
                at = Math.max(at, start + 1);
                yield Value.of(word.isEmpty() ? UNKNOWN : word);
            }
        };
    }

    /** The opposite of a test; of several, nothing is known. */
    private static String not(String test) {
        return test.startsWith("[") ? "! " + test : test.startsWith("! [") ? test.substring(2) : Value.UNKNOWN.test();
    }

    private Value named() {
        String expansion = variable();
        Value value = Value.of(expansion.isEmpty() ? "''" : "\"" + expansion + "\"");
        return expansion.equals("true") ? new Value(value.items(), "true", "", "") : value;
    }

    private Value within() {
        at++;
        goesOn();
        Value value = inBrackets();
        goesOn();
        skip(")");
        return value;
    }

    private Value inBrackets() {
        boolean outer = commas;
        commas = true;
        Value value = pipeline();
        commas = outer;
        return value;
    }

    private Value collection() {
        if (ahead(1) == '"' || ahead(1) == '\'') {
            return Value.of(document());
        }
        if (ahead(1) == '(') {
            return array();
        }
        at++;
        if (here() == '{') {
            return skipped();
        }
        return Value.of("\"${" + (isName(here()) ? lower(name()) : "unknown") + "[@]}\""); // @args
    }

    private Value array() {
        at += 2;
        List<String> items = new ArrayList<>();
        gaps();
        while (more() && here() != ')') {
            int start = at;
            skip(",");
            gaps();
            if (here() != ')') {
                items.addAll(inBrackets().spread());
            }
            at = Math.max(at, start + 1);
            gaps();
        }
        skip(")");
        return Value.list(items);
    }

    private Value skipped() {
        brackets();
        return Value.UNKNOWN;
    }

    /** {@code [Type]::Method(…)}, or a value of a type. */
    private Value typed() {
        int start = at;
        brackets();
        String type = text.substring(start + 1, Math.max(start + 1, at - 1)).replaceFirst("(?i)^system\\.", "");
        if (!skip("::")) {
            blanks();
            return isOneOf("$'\"(@[") || Character.isDigit(here()) ? primary() : Value.UNKNOWN;
        }
        String method = name();
        return here() == '(' ? Types.called(type, method, arguments(), text.substring(start, at)) : Value.UNKNOWN;
    }

    private List<String> arguments() {
        at++;
        List<String> words = new ArrayList<>();
        goesOn();
        while (more() && here() != ')') {
            int start = at;
            words.add(single().word());
            goesOn();
            skip(",");
            goesOn();
            at = Math.max(at, start + 1);
        }
        skip(")");
        return words;
    }

    private Value members(Value first) {
        Value value = first;
        while (more()) {
            if (here() == '[' && (at == 0 || !Character.isWhitespace(text.charAt(at - 1)))) {
                int start = at;
                brackets();
                String index =
                        text.substring(start + 1, Math.max(start + 1, at - 1)).strip();
                value = value.at(index.matches("-?\\d{1,3}") ? Integer.parseInt(index) : Integer.MAX_VALUE);
            } else if ((here() == '.' || here() == '?' && ahead(1) == '.') && isName(ahead(here() == '.' ? 1 : 2))) {
                at += here() == '.' ? 1 : 2;
                String name = name();
                value = here() == '(' ? Types.method(value, lower(name), arguments()) : Types.property(value, name);
            } else {
                return value;
            }
        }
        return value;
    }
}
