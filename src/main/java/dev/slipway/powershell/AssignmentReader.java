package dev.slipway.powershell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a script sets. */
final class AssignmentReader {
    /** A variable that a script sets, up to what it gets; types may stand before it. */
    private static final Pattern SETS =
            Pattern.compile("(?:\\[[\\w.]++(?:\\[])?+][ \\t]*+)?+\\$(?:\\{([\\w:]++)}|([\\w:]++))[ \\t]*+(\\+?)=(?!=)");

    /** Several variables, or a part of one. */
    private static final Pattern OTHER = Pattern.compile(
            "\\$\\w++(?:(?:\\.\\w++|\\[[^\\]\\n=]{0,80}])++|(?:,[ \\t]*+\\$\\w++)++)[ \\t]*+[-+*/]?=(?!=)");

    /** Statements that have a value. */
    private static final Pattern STRUCTURE =
            Pattern.compile("(?i)(?:if|switch|foreach|try|while|for|do)[ \\t\\n]*+[({$]");

    private AssignmentReader() {}

    static Optional<Statement> assignment(Text in) {
        Matcher sets = at(SETS, in);
        if (sets.lookingAt()) {
            in.at = sets.end();
            String name = Variable.name(Variable.expansion(sets.group(1) != null ? sets.group(1) : sets.group(2)));
            in.blanks();
            return Optional.of(
                    in.here() == '@' && in.ahead(1) == '{'
                            ? new Statement.Table(name, table(in))
                            : new Statement.Assignment(name, sets.group(3), given(in)));
        }
        Matcher other = at(OTHER, in);
        if (other.lookingAt()) {
            in.at = other.end();
            return Optional.of(new Statement.Assignment("unseen", "", given(in)));
        }
        return Optional.empty();
    }

    private static Matcher at(Pattern pattern, Text in) {
        return pattern.matcher(in.text).region(in.at, in.text.length());
    }

    /** The values of a table by their names. */
    private static Map<String, Expression> table(Text in) {
        Map<String, Expression> entries = new LinkedHashMap<>();
        in.at += 2;
        in.gaps();
        while (in.more() && in.here() != '}') {
            int start = in.at;
            String name = in.isOneOf("'\"") ? WordReader.quoted(in).text().replaceAll("['\"]", "") : in.name();
            in.blanks();
            if (in.skip("=")) {
                entries.put(Word.lower(name), given(in));
            }
            in.at = Math.max(in.at, start + 1);
            in.gaps();
        }
        in.skip("}");
        return entries;
    }

    private static Expression given(Text in) {
        in.goesOn();
        if (!at(SETS, in).lookingAt() && !at(STRUCTURE, in).lookingAt()) {
            return CommandReader.pipeline(in);
        }
        in.depth++;
        Statement found = StatementReader.statement(in);
        in.depth--;
        return new Expression.Result(found);
    }
}
