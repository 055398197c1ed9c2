package dev.slipway.powershell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads commands, one after another in a pipeline. */
final class CommandReader {
    private CommandReader() {}

    /** Commands up to the end of the statement; a mere expression is a value. */
    static Expression pipeline(Text in) {
        if (in.tooDeep()) {
            return Expression.UNKNOWN;
        }
        in.depth++;
        Expression first = isExpression(in) ? ExpressionReader.expression(in) : first(in);
        Expression found = Expression.Chain.of(first, steps(in));
        in.depth--;
        return found;
    }

    private static boolean isExpression(Text in) {
        boolean negated = in.here() == '!' || in.looking("-not") || in.here() == '-' && Character.isDigit(in.ahead(1));
        return negated || in.isOneOf("$\"'(@[{") && !in.symbol() || Character.isDigit(in.here()) && !in.isWord();
    }

    private static List<Step> steps(Text in) {
        List<Step> steps = new ArrayList<>();
        boolean first = true;
        while (in.more()) {
            in.blanks();
            int line = in.at;
            in.goesOn();
            if (in.here() == '|' && in.ahead(1) != '|') {
                in.at++;
                in.goesOn();
                steps.add(piped(in, first));
                first = false;
            } else {
                in.at = line;
                if (!redirection(in, steps)) {
                    then(in).ifPresent(steps::add);
                    return steps;
                }
            }
        }
        return steps;
    }

    private static Optional<Step> then(Text in) {
        if (!in.looking("&&") && !in.looking("||")) {
            return Optional.empty();
        }
        String sign = in.text.substring(in.at, in.at + 2);
        in.at += 2;
        in.goesOn();
        return Optional.of(new Step.Then(sign, pipeline(in)));
    }

    private static Step piped(Text in, boolean first) {
        if (!in.looking("foreach-object") && !in.keyword("%") && !in.keyword("foreach")) {
            String sign = sign(in);
            return isBlock(in, sign)
                    ? new Step.Instead(StatementReader.block(in))
                    : new Step.Piped(command(in, sign), first);
        }
        in.skip("foreach-object");
        in.blanks();
        in.skip("-process");
        in.blanks();
        return new Step.Each(in.here() == '{' ? StatementReader.block(in) : property(in));
    }

    /** The name of a property of each. */
    private static Block property(Text in) {
        Expression each = new Expression.Named("${_}");
        Expression found = new Expression.Chain(each, List.of(new Step.Property(in.name())));
        return Block.of(new Statement.Echo(found));
    }

    /** Reads where the output goes; it matters not where only messages go. */
    private static boolean redirection(Text in, List<Step> steps) {
        int start = in.at;
        boolean errors = in.isOneOf("23456") && in.ahead(1) == '>';
        in.at += errors || (in.here() == '1' || in.here() == '*') && in.ahead(1) == '>' ? 1 : 0;
        if (in.here() != '>') {
            in.at = start;
            return false;
        }
        String sign = in.looking(">>") ? " >> " : " > ";
        in.at += in.looking(">>") ? 2 : 1;
        if (in.here() == '&') {
            in.at += 2;
            return true;
        }
        in.blanks();
        List<Argument.Words> file = argument(in);
        if (!errors) {
            steps.add(new Step.Redirection(sign, file));
        }
        return true;
    }

    private static Expression first(Text in) {
        String sign = sign(in);
        return isBlock(in, sign)
                ? new Expression.Output(StatementReader.block(in))
                : new Expression.Run(command(in, sign));
    }

    /** {@code &} or {@code .} before what is run; empty if there is none. */
    private static String sign(Text in) {
        boolean called = in.here() == '&' || in.here() == '.' && Character.isWhitespace(in.ahead(1));
        String sign = called ? String.valueOf(in.here()) : "";
        in.at += sign.length();
        in.blanks();
        return sign;
    }

    private static boolean isBlock(Text in, String sign) {
        return !sign.isEmpty() && in.here() == '{';
    }

    private static Command command(Text in, String sign) {
        Expression program;
        String name = "";
        if (!sign.isEmpty() && in.isOneOf("$(\"'")) {
            program = ValueReader.primary(in);
            name = "$()";
        } else {
            Word word = WordReader.bare(in);
            program = new Expression.Plain(word);
            name = Word.lower(word.text().replaceFirst("(?<=.)\\.exe$", ""));
            in.at += name.isEmpty() && in.more() && !in.isOneOf("\n;|)}") ? 1 : 0; // a sign that is no command
        }
        Optional<List<String>> parameters = Optional.ofNullable(in.functions.get(name));
        boolean named = parameters.isPresent() || !Call.cmdlet(name).isEmpty();
        boolean other = !named && !name.equals("$()") && !name.endsWith(".ps1");
        List<Argument> arguments = new ArrayList<>();
        for (in.blanks(); in.more() && !ends(in); in.blanks()) {
            int start = in.at;
            if (in.here() == '@' && Text.isName(in.ahead(1))) {
                in.at++;
                arguments.add(new Argument.Splat(Word.lower(in.name())));
            } else if (named && in.here() == '-' && Character.isLetter(in.ahead(1))) {
                arguments.add(option(in));
            } else {
                List<Argument.Words> words = argument(in);
                boolean joined = other
                        && words.size() > 1
                        && words.stream().noneMatch(Argument.Words::spread)
                        && in.text
                                .substring(start, Math.min(in.at, in.text.length()))
                                .strip()
                                .chars()
                                .noneMatch(Character::isWhitespace);
                arguments.add(joined ? new Argument.Joined(words) : new Argument.Plain(words));
            }
            in.at = Math.max(in.at, start + 1);
        }
        return new Command(name, program, sign.equals("."), parameters, arguments);
    }

    private static boolean ends(Text in) {
        return in.isOneOf("\n;|)}&>") || in.isOneOf("123456*") && in.ahead(1) == '>';
    }

    private static Argument option(Text in) {
        in.at++;
        String name = Word.lower(in.name());
        boolean value = in.skip(":");
        in.blanks();
        boolean none = Call.isSwitch(name) || ends(in) || in.here() == '-' && Character.isLetter(in.ahead(1));
        return new Argument.Option(name, value || !none ? argument(in) : List.of());
    }

    /** An argument of a command, which may be several words. */
    private static List<Argument.Words> argument(Text in) {
        List<Argument.Words> words = new ArrayList<>();
        do {
            in.goesOn();
            words.add(word(in));
            in.blanks();
        } while (in.skip(","));
        return words;
    }

    private static Argument.Words word(Text in) {
        int start = in.at;
        boolean variable = in.here() == '$' && in.ahead(1) != '(';
        if (variable || in.isOneOf("(@{")) {
            Expression value = ValueReader.primary(in);
            boolean whole = !in.more() || in.isOneOf(" \t\n;|)},>&");
            if (whole || !variable) {
                return new Argument.Words(value, whole, whole ? Word.of("") : WordReader.bare(in));
            }
            in.at = start; // it begins a longer word
        }
        return new Argument.Words(new Expression.Plain(ValueReader.bare(in)), false, Word.of(""));
    }
}
