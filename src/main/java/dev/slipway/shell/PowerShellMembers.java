package dev.slipway.shell;

import java.util.ArrayList;
import java.util.List;

/** Reads single values of PowerShell, with their properties and methods. */
abstract class PowerShellMembers extends PowerShellValues {
    PowerShellMembers(String script) {
        super(script);
    }

    /** Commands up to the end of the statement; a mere expression is a value. */
    abstract PowerShellValue pipeline();

    @Override
    PowerShellValue primary() {
        blanks();
        if (tooDeep()) {
            return PowerShellValue.UNKNOWN;
        }
        depth++;
        PowerShellValue value = members(simple());
        depth--;
        return value;
    }

    private PowerShellValue simple() {
        if (keyword("-not") || here() == '!' && skip("!")) {
            return PowerShellValue.answer(not(primary().test()));
        }
        return switch (here()) {
            case '"', '\'' -> PowerShellValue.of(quoted());
            case '(' -> within();
            case '@' -> collection();
            case '{' -> symbol() ? PowerShellValue.of(bare()) : skipped();
            case '[' -> typed();
            case '$' -> ahead(1) == '(' ? PowerShellValue.output(subexpression()) : named();
            default -> {
                int start = at;
                String word = bare();
                at = Math.max(at, start + 1);
                yield PowerShellValue.of(word.isEmpty() ? UNKNOWN : word);
            }
        };
    }

    /** The opposite of a test; of several, nothing is known. */
    private static String not(String test) {
        return test.startsWith("[")
                ? "! " + test
                : test.startsWith("! [") ? test.substring(2) : PowerShellValue.UNKNOWN.test();
    }

    private PowerShellValue named() {
        String expansion = variable();
        PowerShellValue value = PowerShellValue.of(expansion.isEmpty() ? "''" : "\"" + expansion + "\"");
        return expansion.equals("true") ? new PowerShellValue(value.items(), "true", "", "") : value;
    }

    private PowerShellValue within() {
        at++;
        goesOn();
        PowerShellValue value = inBrackets();
        goesOn();
        skip(")");
        return value;
    }

    private PowerShellValue inBrackets() {
        boolean outer = commas;
        commas = true;
        PowerShellValue value = pipeline();
        commas = outer;
        return value;
    }

    private PowerShellValue collection() {
        if (ahead(1) == '"' || ahead(1) == '\'') {
            return PowerShellValue.of(document());
        }
        if (ahead(1) == '(') {
            return array();
        }
        at++;
        if (here() == '{') {
            return skipped();
        }
        return PowerShellValue.of("\"${" + (isName(here()) ? lower(name()) : "unknown") + "[@]}\""); // @args
    }

    private PowerShellValue array() {
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
        return PowerShellValue.list(items);
    }

    private PowerShellValue skipped() {
        brackets();
        return PowerShellValue.UNKNOWN;
    }

    /** {@code [Type]::Method(…)}, or a value of a type. */
    private PowerShellValue typed() {
        int start = at;
        brackets();
        String type = text.substring(start + 1, Math.max(start + 1, at - 1)).replaceFirst("(?i)^system\\.", "");
        if (!skip("::")) {
            blanks();
            return isOneOf("$'\"(@[") || Character.isDigit(here()) ? primary() : PowerShellValue.UNKNOWN;
        }
        String method = name();
        return here() == '('
                ? PowerShellTypes.called(type, method, arguments(), text.substring(start, at))
                : PowerShellValue.UNKNOWN;
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

    private PowerShellValue members(PowerShellValue first) {
        PowerShellValue value = first;
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
                value = here() == '('
                        ? PowerShellTypes.method(value, lower(name), arguments())
                        : PowerShellTypes.property(value, name);
            } else {
                return value;
            }
        }
        return value;
    }
}
