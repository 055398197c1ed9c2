package dev.slipway.powershell;

import dev.slipway.powershell.Statement.Parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads functions and their parameters, which a script has too. */
final class FunctionReader {
    private FunctionReader() {}

    static Statement function(Text in) {
        in.blanks();
        int start = in.at;
        while (in.more() && !in.isOneOf(" \t\n({")) {
            in.at++;
        }
        String name = Word.lower(in.since(start)).replaceAll("[^\\w-]", "_");
        List<String> outer = in.parameters;
        in.parameters = new ArrayList<>();
        in.goesOn();
        Optional<Statement.Parameters> sets = in.here() == '(' ? Optional.of(parameters(in)) : Optional.empty();
        Block body = StatementReader.block(in);
        in.functions.put(name, in.parameters);
        in.parameters = outer;
        return new Statement.Function(name, sets, body);
    }

    static Statement.Parameters parameters(Text in) {
        List<Parameter> all = new ArrayList<>();
        in.goesOn();
        boolean opens = in.skip("(");
        in.goesOn();
        while (opens && in.more() && in.here() != ')') {
            int start = in.at;
            in.types();
            if (in.here() == '$') {
                String name = Variable.name(WordReader.variable(in));
                in.parameters.add(name);
                int place = in.parameters.size();
                in.goesOn();
                boolean set = in.skip("=");
                Optional<Expression> otherwise = set ? Optional.of(ExpressionReader.single(in)) : Optional.empty();
                all.add(new Parameter(name, place, otherwise));
            }
            in.goesOn();
            in.skip(",");
            in.goesOn();
            in.at = Math.max(in.at, start + 1);
        }
        in.skip(")");
        return new Statement.Parameters(all);
    }
}
