package dev.slipway.powershell;

import java.util.ArrayList;
import java.util.List;

/** Reads single values, with their properties and methods, such as {@code $tag.Substring(1)}. */
final class ValueReader {
    private ValueReader() {}

    static Expression primary(Text in) {
        in.blanks();
        if (in.tooDeep()) {
            return Expression.UNKNOWN;
        }
        in.depth++;
        Expression found = Expression.Chain.of(simple(in), members(in));
        in.depth--;
        return found;
    }

    private static Expression simple(Text in) {
        if (in.keyword("-not") || in.here() == '!' && in.skip("!")) {
            return new Expression.Not(primary(in));
        }
        return switch (in.here()) {
            case '"', '\'' -> new Expression.Plain(WordReader.quoted(in));
            case '(' -> within(in);
            case '@' -> collection(in);
            case '{' -> in.symbol() ? new Expression.Plain(WordReader.bare(in)) : skipped(in);
            case '[' -> typed(in);
            case '$' ->
                in.ahead(1) == '('
                        ? new Expression.Output(StatementReader.subexpression(in))
                        : new Expression.Named(WordReader.variable(in));
            default -> new Expression.Plain(bare(in));
        };
    }

    /** A word without quotes; a sign that begins none is an unknown one. */
    static Word bare(Text in) {
        int start = in.at;
        Word word = WordReader.bare(in);
        boolean none = word.text().isEmpty();
        in.at = Math.max(in.at, start + (none ? 1 : 0));
        return none ? Word.of(Word.UNKNOWN) : word;
    }

    private static Expression within(Text in) {
        in.at++;
        in.goesOn();
        Expression found = inBrackets(in);
        in.goesOn();
        in.skip(")");
        return found;
    }

    private static Expression inBrackets(Text in) {
        boolean outer = in.commas;
        in.commas = true;
        Expression found = CommandReader.pipeline(in);
        in.commas = outer;
        return found;
    }

    private static Expression collection(Text in) {
        if (in.ahead(1) == '"' || in.ahead(1) == '\'') {
            return new Expression.Plain(WordReader.document(in));
        }
        if (in.ahead(1) == '(') {
            return array(in);
        }
        in.at++;
        if (in.here() == '{') {
            return skipped(in);
        }
        String name = Text.isName(in.here()) ? Word.lower(in.name()) : "unknown"; // @args
        return Expression.Plain.of("\"${" + name + "[@]}\"");
    }

    private static Expression array(Text in) {
        in.at += 2;
        List<Expression> items = new ArrayList<>();
        in.gaps();
        while (in.more() && in.here() != ')') {
            int start = in.at;
            in.skip(",");
            in.gaps();
            if (in.here() != ')') {
                items.add(inBrackets(in));
            }
            in.at = Math.max(in.at, start + 1);
            in.gaps();
        }
        in.skip(")");
        return new Expression.Array(items);
    }

    private static Expression skipped(Text in) {
        in.brackets();
        return Expression.UNKNOWN;
    }

    /** {@code [Type]::Method(…)}, or a value of a type. */
    private static Expression typed(Text in) {
        int start = in.at;
        in.brackets();
        String type = inside(in, start).replaceFirst("(?i)^system\\.", "");
        if (!in.skip("::")) {
            in.blanks();
            return in.isOneOf("$'\"(@[") || Character.isDigit(in.here()) ? primary(in) : Expression.UNKNOWN;
        }
        String method = in.name();
        if (in.here() != '(') {
            return Expression.UNKNOWN;
        }
        List<Expression> arguments = arguments(in);
        return new Expression.Static(type, method, arguments, in.since(start));
    }

    /** The inside of brackets that were read. */
    private static String inside(Text in, int start) {
        return in.text.substring(start + 1, Math.max(start + 1, in.at - 1));
    }

    private static List<Expression> arguments(Text in) {
        in.at++;
        List<Expression> all = new ArrayList<>();
        in.goesOn();
        while (in.more() && in.here() != ')') {
            int start = in.at;
            all.add(ExpressionReader.single(in));
            in.goesOn();
            in.skip(",");
            in.goesOn();
            in.at = Math.max(in.at, start + 1);
        }
        in.skip(")");
        return all;
    }

    private static List<Step> members(Text in) {
        List<Step> steps = new ArrayList<>();
        while (in.more()) {
            int dots = in.here() == '.' ? 1 : in.here() == '?' && in.ahead(1) == '.' ? 2 : 0;
            if (in.here() == '[' && (in.at == 0 || !Character.isWhitespace(in.text.charAt(in.at - 1)))) {
                int start = in.at;
                in.brackets();
                String index = inside(in, start).strip();
                steps.add(new Step.Index(index.matches("-?\\d{1,3}") ? Integer.parseInt(index) : Integer.MAX_VALUE));
            } else if (dots > 0 && Text.isName(in.ahead(dots))) {
                in.at += dots;
                String name = in.name();
                steps.add(
                        in.here() == '(' ? new Step.Method(Word.lower(name), arguments(in)) : new Step.Property(name));
            } else {
                return steps;
            }
        }
        return steps;
    }
}
