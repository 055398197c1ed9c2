package dev.slipway.source;

import java.util.List;
import java.util.Locale;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says what a syntax error is in the words of somebody who never read the YAML specification. */
record SyntaxWords(Places places, YamlFault fault) {
    /** How the parser's message begins, and ours for it. */
    private record Saying(String parser, boolean whereItBegan, String message, String help) {}

    private static final List<Saying> SAYINGS = List.of(
            new Saying(
                    "found unexpected end of stream", true, "this quote is never closed", "close it on the same line"),
            new Saying(
                    "expected ',' or ']', but got <stream end>",
                    true,
                    "this list is never closed",
                    "close it with ']'"),
            new Saying(
                    "expected ',' or '}', but got <stream end>",
                    true,
                    "this mapping is never closed",
                    "close it with '}'"),
            new Saying(
                    "expected ',' or ']'",
                    false,
                    "expected ',' or ']'",
                    "close the list with ']', or put its item in quotes"),
            new Saying(
                    "expected ',' or '}'",
                    false,
                    "expected ',' or '}'",
                    "close the mapping with '}', or put its value in quotes"),
            new Saying("could not find expected ':'", true, "expected ':' after this key", "write 'key: value'"),
            new Saying(
                    "found unknown escape character",
                    false,
                    "unknown escape in double quotes",
                    "use single quotes, in which a backslash has no special meaning, or write '\\\\'"),
            new Saying(
                    "expected escape sequence", false, "incomplete escape", "write all of its digits, as in \"\\x41\""),
            new Saying(
                    "expected chomping or indentation",
                    false,
                    "a block of text cannot start on this line",
                    "start the text on the next line, indented"),
            new Saying(
                    "sequence entries are not allowed here",
                    false,
                    "a list cannot start here",
                    "start it on the next line, or write it as [a, b]"),
            new Saying(
                    "mapping keys are not allowed here", false, "'?' is not allowed here", "put the value in quotes"),
            new Saying(
                    "expected '<document start>'",
                    false,
                    "expected the end of the file",
                    "write one document, without '...' and without lines that start with '%'"),
            new Saying(
                    "found undefined tag handle",
                    false,
                    "explicit types such as '!x' are not supported",
                    "put the value in quotes"));

    InvalidSource explain(MarkedYamlEngineException e) {
        Span span = places.one(e.getProblemMark());
        Position at = span.start();
        String problem = e.getProblem();
        if (problem.contains("(TAB)") || places.line(at.line()).stripLeading().length() > 0 && tab(at.line()) > 0) {
            Position tab = new Position(at.line(), Math.max(1, tab(at.line())));
            return fault.at(
                    new Span(tab, 1), "a tab indents this line", "indent with spaces; YAML does not allow tabs");
        }
        if (problem.startsWith("expected '<document start>'") && isIndented(at)) {
            return misplaced(span);
        }
        for (Saying saying : SAYINGS) {
            if (problem.startsWith(saying.parser())) {
                return fault.at(
                        saying.whereItBegan() ? places.one(e.getContextMark()) : span, saying.message(), saying.help());
            }
        }
        return byContext(e, span);
    }

    private boolean isIndented(Position at) {
        return at.column() > 1 && places.before(at).isBlank();
    }

    private int tab(int line) {
        String text = places.line(line);
        String indent = text.substring(0, text.length() - text.stripLeading().length());
        return indent.indexOf('\t') + 1;
    }

    private InvalidSource byContext(MarkedYamlEngineException e, Span span) {
        String problem = e.getProblem();
        if (problem.startsWith("mapping values are not allowed here")) {
            return strayColon(span);
        }
        if (problem.startsWith("expected <block end>")) {
            return notTheEnd(span);
        }
        if (problem.startsWith("found character") || problem.startsWith("expected the node content")) {
            String first = first(span);
            return fault.at(span, "a value cannot start with " + Quote.of(first), "put the value in quotes");
        }
        if (problem.startsWith("unexpected character found")) {
            Span sign = places.one(e.getContextMark());
            return fault.at(sign, "no name after " + Quote.of(first(sign)), "put the value in quotes");
        }
        return fault.at(span, problem.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "), "");
    }

    private InvalidSource strayColon(Span span) {
        String before = places.before(span.start());
        if (before.contains(": ")) {
            return fault.at(span, "a second ':' on one line", "put a value that contains ': ' in quotes");
        }
        int above = span.start().line() - 1;
        while (above > 0 && places.line(above).isBlank()) {
            above--;
        }
        String line = places.line(above).strip();
        if (!line.isEmpty() && !line.contains(": ") && !line.endsWith(":")) {
            return fault.at(
                    indented(above), "expected 'key: value'", "write a ':' and a space between a key and its value");
        }
        return misplaced(indented(span.start().line()));
    }

    private InvalidSource notTheEnd(Span span) {
        if (places.before(span.start()).isBlank()) {
            return misplaced(span);
        }
        return fault.at(
                span,
                "unexpected " + Quote.of(first(span)) + " after a value",
                "put the whole value in quotes; inside single quotes a quote is written twice");
    }

    private InvalidSource misplaced(Span span) {
        if (first(span).equals(":")) {
            return fault.at(span, "a key is missing before ':'", "write 'key: value'");
        }
        return fault.at(
                span, "unexpected indentation", "keys of one mapping, and items of one list, start in the same column");
    }

    private Span indented(int line) {
        String text = places.line(line);
        int indent = text.length() - text.stripLeading().length();
        return new Span(
                new Position(line, indent + 1),
                text.strip().codePointCount(0, text.strip().length()));
    }

    private String first(Span span) {
        String rest = places.from(span.start());
        return rest.isEmpty() ? "" : Character.toString(rest.codePointAt(0));
    }
}
