package dev.slipway.powershell;

import dev.slipway.powershell.Statement.Cases.Arm;
import dev.slipway.powershell.Statement.Choice.Branch;
import dev.slipway.powershell.Statement.Guarded.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads statements, and those that have others in them: choices and loops. */
final class StatementReader {
    private StatementReader() {}

    /** The statements up to a bracket, or to the end of the script. */
    static Block sequence(Text in, char end) {
        if (in.tooDeep()) {
            return Block.of(new Statement.Print(Expression.UNKNOWN));
        }
        List<Block.Line> lines = new ArrayList<>();
        boolean outer = in.commas;
        in.commas = true;
        in.depth++;
        for (in.gaps(); in.more() && in.here() != end && (end == 0 || !in.isOneOf(")}")); in.gaps()) {
            int start = in.at;
            lines.add(new Block.Line(in.ends(), statement(in)));
            in.at = Math.max(in.at, start + 1);
        }
        in.depth--;
        in.commas = outer;
        in.at += in.more() && end != 0 ? 1 : 0;
        return new Block(lines);
    }

    /** The statements in {@code $(…)}. */
    static Block subexpression(Text in) {
        in.at += 2;
        return sequence(in, ')');
    }

    /** Statements in braces. */
    static Block block(Text in) {
        in.goesOn();
        return in.skip("{") ? sequence(in, '}') : new Block(List.of());
    }

    static Statement statement(Text in) {
        if (in.tooDeep()) {
            return Statement.NOTHING;
        }
        int start = in.at;
        String word = Word.lower(in.name());
        Optional<Statement> found = in.here() == '-' ? Optional.empty() : structure(word, in);
        if (found.isPresent()) {
            return found.get();
        }
        in.at = start;
        return AssignmentReader.assignment(in).orElseGet(() -> new Statement.Print(CommandReader.pipeline(in)));
    }

    /** What a word begins; nothing if it is a command. */
    private static Optional<Statement> structure(String word, Text in) {
        return Optional.ofNullable(
                switch (word) {
                    case "if" -> choice(in);
                    case "foreach" -> loop(in);
                    case "while" -> new Statement.While(condition(in), block(in));
                    case "for" -> counting(in);
                    case "do" -> repeated(in);
                    case "switch" -> cases(in);
                    case "try" -> new Statement.Guarded(block(in), handlers(in));
                    case "function", "filter" -> FunctionReader.function(in);
                    case "param" -> FunctionReader.parameters(in);
                    case "return", "throw", "exit" -> left(word, in);
                    case "break", "continue" -> Statement.NOTHING;
                    default -> null;
                });
    }

    private static Expression condition(Text in) {
        in.blanks();
        return in.here() == '(' ? ValueReader.primary(in) : Expression.UNKNOWN;
    }

    private static Statement choice(Text in) {
        List<Branch> branches = new ArrayList<>();
        Optional<Block> otherwise = Optional.empty();
        int end;
        do {
            branches.add(new Branch(condition(in), block(in)));
            end = in.at;
            in.goesOn();
        } while (in.keyword("elseif"));
        if (in.keyword("else")) {
            otherwise = Optional.of(block(in));
            end = in.at;
        }
        in.at = end;
        return new Statement.Choice(branches, otherwise);
    }

    private static Statement loop(Text in) {
        in.blanks();
        boolean opens = in.skip("(");
        in.blanks();
        String name = in.here() == '$' ? Variable.name(WordReader.variable(in)) : "";
        in.goesOn();
        boolean listed = in.keyword("in");
        in.goesOn();
        Optional<Expression> items = opens && listed ? Optional.of(CommandReader.pipeline(in)) : Optional.empty();
        in.goesOn();
        in.skip(")");
        return new Statement.Loop(name.isEmpty() ? "unseen" : name, items, block(in));
    }

    private static Statement counting(Text in) {
        in.blanks();
        in.brackets();
        return new Statement.While(Expression.UNKNOWN, block(in));
    }

    private static Statement repeated(Text in) {
        Block body = block(in);
        in.goesOn();
        boolean asks = in.keyword("while") || in.keyword("until");
        return new Statement.Do(body, asks ? Optional.of(condition(in)) : Optional.empty());
    }

    private static Statement cases(Text in) {
        for (in.blanks(); in.here() == '-'; in.blanks()) {
            in.at++;
            in.name();
        }
        Expression of = condition(in);
        List<Arm> arms = new ArrayList<>();
        in.goesOn();
        boolean opens = in.skip("{");
        in.gaps();
        while (opens && in.more() && in.here() != '}') {
            int start = in.at;
            Expression pattern = in.keyword("default") ? Expression.Plain.of("*") : ValueReader.primary(in);
            arms.add(new Arm(pattern, block(in)));
            in.at = Math.max(in.at, start + 1);
            in.gaps();
        }
        in.skip("}");
        return new Statement.Cases(of, arms);
    }

    private static List<Handler> handlers(Text in) {
        List<Handler> all = new ArrayList<>();
        int end = in.at;
        in.goesOn();
        while (in.looking("catch") || in.looking("finally")) {
            boolean always = in.skip("finally") || !in.skip("catch");
            in.blanks();
            in.types();
            all.add(new Handler(always, block(in)));
            end = in.at;
            in.goesOn();
        }
        in.at = end;
        return all;
    }

    private static Statement left(String word, Text in) {
        in.blanks();
        boolean alone = in.isOneOf("\n;}") || !in.more();
        Statement value = alone ? Statement.NOTHING : new Statement.Print(CommandReader.pipeline(in));
        return word.equals("return") ? value : new Statement.Fixed("exit");
    }
}
