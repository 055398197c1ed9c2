package dev.slipway.powershell;

import java.util.ArrayList;
import java.util.List;

/** Reads expressions of PowerShell: operators and what stands between them. */
abstract class Values extends Words {
    /** Whether a comma makes a list. */
    boolean commas = true;

    Values(String script, List<String> kept) {
        super(script, kept);
    }

    /** A value with what is asked of it, such as {@code $tag.Substring(1)}. */
    abstract Value primary();

    Value expression() {
        Value left = comparison();
        while (true) {
            blanks();
            String sign = keyword("-and") ? "&&" : keyword("-or") ? "||" : "";
            if (sign.isEmpty()) {
                return left;
            }
            goesOn();
            left = Value.answer(
                    "{ " + left.test() + " " + sign + " " + comparison().test() + "; }");
        }
    }

    /** An operator at the end of a line goes on below. */
    void goesOn() {
        blanks();
        while (here() == '\n') {
            at++;
            blanks();
        }
    }

    private Value comparison() {
        Value left = sum();
        while (true) {
            blanks();
            String operator = operator();
            if (operator.isEmpty()) {
                return left;
            }
            goesOn();
            left = switch (operator.replaceFirst(
                    "^[ci](?=eq$|ne$|like$|notlike$|match$|notmatch$|replace$|split$)", "")) {
                case "replace" -> replaced(left);
                case "join" -> joined(left, sum());
                case "eq", "like" -> asked(left, "=", sum());
                case "ne", "notlike" -> asked(left, "!=", sum());
                case "match" -> Value.answer("[[ " + left.word() + " =~ " + pattern() + " ]]");
                case "notmatch" -> Value.answer("[[ ! " + left.word() + " =~ " + pattern() + " ]]");
                case "split" -> left.cut(pattern());
                default -> {
                    sum();
                    yield Value.UNKNOWN;
                }
            };
        }
    }

    /** The name of an operator that compares or changes texts, without its dash. */
    private String operator() {
        int start = at;
        if (here() != '-' || !Character.isLetter(ahead(1))) {
            return "";
        }
        at++;
        String name = lower(name());
        boolean other = name.matches("and|or|f");
        at = other ? start : at;
        return other ? "" : name;
    }

    private static Value asked(Value left, String sign, Value right) {
        return Value.answer("[[ " + left.word() + " " + sign + " " + right.word() + " ]]");
    }

    private static Value joined(Value left, Value right) {
        boolean longer = (long) left.items().size() * right.word().length() > LONGEST;
        return left.items().size() < 2
                ? left
                : longer ? Value.UNKNOWN : Value.of(String.join(right.word(), left.items()));
    }

    private Value replaced(Value left) {
        String from = pattern();
        blanks();
        boolean given = skip(",");
        blanks();
        return left.through("sed 's|'" + from + "'|'" + (given ? primary().word() : "") + "'|g'");
    }

    /** A regular expression: its backslashes are no separators of folders. */
    String pattern() {
        blanks();
        if (here() == '\'') {
            return single(raw());
        }
        int end = here() == '"' ? text.indexOf('"', at + 1) : -1;
        String inside = end < 0 ? "$" : text.substring(at + 1, end);
        if (inside.indexOf('$') >= 0 || inside.indexOf('`') >= 0) {
            return primary().word();
        }
        at = end + 1;
        return single(inside);
    }

    private Value sum() {
        Value left = list();
        while (true) {
            blanks();
            if (keyword("-f")) {
                blanks();
                left = formatted(left.word(), list().items());
            } else if (here() == '+' && ahead(1) != '=') {
                at++;
                goesOn();
                Value right = list();
                left = left.items().size() > 1 ? left.and(right) : Value.of(left.word() + right.word());
            } else if (isOneOf("*/%") || here() == '-' && !Character.isLetter(ahead(1)) || looking("..")) {
                at += looking("..") ? 2 : 1;
                goesOn();
                list();
                left = Value.UNKNOWN;
            } else {
                return left;
            }
        }
    }

    /** {@code '{0}-{1}.zip' -f $name, $target} */
    private static Value formatted(String form, List<String> values) {
        StringBuilder word = new StringBuilder();
        char quote = form.charAt(0);
        int from = 0;
        for (int open = form.indexOf('{'); open >= 0; open = form.indexOf('{', open + 1)) {
            boolean number = open + 2 < form.length()
                    && Character.isDigit(form.charAt(open + 1))
                    && form.charAt(open + 2) == '}'
                    && form.charAt(open + 1) - '0' < values.size();
            if (number && word.length() < LONGEST) {
                word.append(form, from, open).append(quote);
                word.append(values.get(form.charAt(open + 1) - '0')).append(quote);
                from = open + 3;
            }
        }
        boolean quoted = quote == '"' || quote == '\'';
        return quoted && word.length() < LONGEST
                ? Value.of(word.append(form.substring(from)).toString())
                : Value.UNKNOWN;
    }

    /** An argument of a method, or the default of a parameter: a comma ends it. */
    Value single() {
        boolean outer = commas;
        commas = false;
        Value value = expression();
        commas = outer;
        return value;
    }

    /** Values that commas separate. */
    private Value list() {
        if (!commas) {
            return primary();
        }
        boolean leading = skip(",");
        Value first = primary();
        List<String> items = new ArrayList<>(first.items());
        boolean several = leading;
        blanks();
        while (skip(",")) {
            goesOn();
            items.addAll(primary().items());
            several = true;
            blanks();
        }
        return several ? Value.list(items) : first;
    }
}
