package dev.slipway.powershell;

import java.util.ArrayList;
import java.util.List;

/** Reads values with operators between them. */
final class ExpressionReader {
    private ExpressionReader() {}

    static Expression expression(Text in) {
        Expression first = comparison(in);
        List<Step> steps = new ArrayList<>();
        while (true) {
            in.blanks();
            String name = in.keyword("-and") ? "and" : in.keyword("-or") ? "or" : "";
            if (name.isEmpty()) {
                return Expression.Chain.of(first, steps);
            }
            in.goesOn();
            steps.add(new Step.Operator(name, List.of(comparison(in))));
        }
    }

    /** An argument of a method, or the default of a parameter: a comma ends it. */
    static Expression single(Text in) {
        boolean outer = in.commas;
        in.commas = false;
        Expression found = expression(in);
        in.commas = outer;
        return found;
    }

    private static Expression comparison(Text in) {
        Expression first = sum(in);
        List<Step> steps = new ArrayList<>();
        while (true) {
            in.blanks();
            String written = operator(in);
            if (written.isEmpty()) {
                return Expression.Chain.of(first, steps);
            }
            in.goesOn();
            String name = written.replaceFirst("^[ci](?=eq$|ne$|like$|notlike$|match$|notmatch$|replace$|split$)", "");
            List<Expression> operands = switch (name) {
                case "replace" -> replacement(in);
                case "match", "notmatch", "split" -> List.of(pattern(in));
                default -> List.of(sum(in));
            };
            steps.add(new Step.Operator(name, operands));
        }
    }

    /** The name of an operator that compares or changes texts, without its dash. */
    private static String operator(Text in) {
        int start = in.at;
        if (in.here() != '-' || !Character.isLetter(in.ahead(1))) {
            return "";
        }
        in.at++;
        String name = Word.lower(in.name());
        boolean other = name.matches("and|or|f");
        in.at = other ? start : in.at;
        return other ? "" : name;
    }

    private static List<Expression> replacement(Text in) {
        Expression from = pattern(in);
        in.blanks();
        boolean given = in.skip(",");
        in.blanks();
        return given ? List.of(from, ValueReader.primary(in)) : List.of(from);
    }

    /** A regular expression: its backslashes are no separators of folders. */
    private static Expression pattern(Text in) {
        in.blanks();
        if (in.here() == '\'') {
            return Expression.Plain.of(Word.single(WordReader.raw(in)));
        }
        int end = in.here() == '"' ? in.text.indexOf('"', in.at + 1) : -1;
        String inside = end < 0 ? "$" : in.text.substring(in.at + 1, end);
        if (inside.indexOf('$') >= 0 || inside.indexOf('`') >= 0) {
            return ValueReader.primary(in);
        }
        in.at = end + 1;
        return Expression.Plain.of(Word.single(inside));
    }

    private static Expression sum(Text in) {
        Expression first = list(in);
        List<Step> steps = new ArrayList<>();
        while (true) {
            in.blanks();
            String name;
            if (in.keyword("-f")) {
                name = "f";
                in.blanks();
            } else if (in.here() == '+' && in.ahead(1) != '=') {
                name = "+";
                in.at++;
                in.goesOn();
            } else if (in.isOneOf("*/%") || in.here() == '-' && !Character.isLetter(in.ahead(1)) || in.looking("..")) {
                name = "*";
                in.at += in.looking("..") ? 2 : 1;
                in.goesOn();
            } else {
                return Expression.Chain.of(first, steps);
            }
            steps.add(new Step.Operator(name, List.of(list(in))));
        }
    }

    /** Values that commas separate. */
    private static Expression list(Text in) {
        if (!in.commas) {
            return ValueReader.primary(in);
        }
        boolean several = in.skip(",");
        List<Expression> items = new ArrayList<>(List.of(ValueReader.primary(in)));
        for (in.blanks(); in.skip(","); in.blanks()) {
            in.goesOn();
            items.add(ValueReader.primary(in));
        }
        return several || items.size() > 1 ? new Expression.Several(items) : items.get(0);
    }
}
