package dev.slipway.detect.goreleaser;

import dev.slipway.detect.goreleaser.TemplateLexer.Kind;
import dev.slipway.detect.goreleaser.TemplateLexer.Piece;
import dev.slipway.detect.goreleaser.TemplateLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A template of a GoReleaser config: the part of Go's template language that names of files need. Loops and templates in
 * templates are refused, so the time that it takes is bounded by its length.
 *
 * @see <a href="https://pkg.go.dev/text/template">text/template</a>
 */
record Template(List<Part> parts) {
    private static final int MAX_DEPTH = 40;
    private static final Set<String> REFUSED = Set.of("range", "define", "block", "template", "break", "continue");

    Template {
        parts = List.copyOf(parts);
    }

    /** A part of a template. */
    sealed interface Part {}

    /** Text that is printed as it is. */
    record Literal(String text) implements Part {}

    /** A value that is printed, or given to a variable. */
    record Print(Pipeline pipeline) implements Part {}

    /**
     * What is printed if a condition holds, else what otherwise is.
     *
     * @param with whether the value of the condition becomes the dot
     */
    record Choice(Pipeline condition, boolean with, List<Part> then, List<Part> otherwise) implements Part {
        Choice {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /**
     * Commands, each of which gets the value of the one before it.
     *
     * @param variable the variable that takes the value, with its {@code $}; empty if it is printed
     */
    record Pipeline(String variable, List<Command> commands) {
        Pipeline {
            commands = List.copyOf(commands);
        }
    }

    /** A function and its arguments, or a single value. */
    record Command(List<Operand> operands) {
        Command {
            operands = List.copyOf(operands);
        }
    }

    /** What a command takes. */
    sealed interface Operand {}

    /** A function. */
    record Name(String name) implements Operand {}

    /** A constant. */
    record Constant(Value value) implements Operand {}

    /** The dot or a variable, and the fields below it. */
    record Reference(String root, List<String> fields) implements Operand {
        Reference {
            fields = List.copyOf(fields);
        }
    }

    /** A pipeline in brackets, and the fields below its value. */
    record Nested(Pipeline pipeline, List<String> fields) implements Operand {
        Nested {
            fields = List.copyOf(fields);
        }
    }

    /** Reads a template, or says what in it is not read. */
    static Template parse(String source) {
        return new Parser(TemplateLexer.pieces(source)).whole();
    }

    /** Reads the pieces of a template in their order. */
    private static final class Parser {
        private final List<Piece> pieces;
        private int piece;
        private List<Token> tokens = List.of();
        private int at;

        Parser(List<Piece> pieces) {
            this.pieces = pieces;
        }

        Template whole() {
            Template template = new Template(parts(0));
            if (piece < pieces.size()) {
                throw new TemplateFault("'{{ " + tokens.get(0).text() + " }}' without its beginning");
            }
            return template;
        }

        /** Up to an {@code else} or {@code end}, which is left to the caller. */
        private List<Part> parts(int depth) {
            if (depth > MAX_DEPTH) {
                throw new TemplateFault("more than " + MAX_DEPTH + " conditions inside each other");
            }
            List<Part> parts = new ArrayList<>();
            while (piece < pieces.size()) {
                Piece next = pieces.get(piece);
                tokens = next.tokens();
                at = 0;
                if (next.text().isPresent()) {
                    parts.add(new Literal(next.text().get()));
                    piece++;
                } else if (tokens.get(0).word("end") || tokens.get(0).word("else")) {
                    return parts;
                } else {
                    piece++;
                    parts.add(action(depth));
                }
            }
            return parts;
        }

        private Part action(int depth) {
            Token first = tokens.get(0);
            if (first.kind() == Kind.NAME && REFUSED.contains(first.text())) {
                throw new TemplateFault("'" + first.text() + "' is not evaluated");
            }
            if (first.word("if") || first.word("with")) {
                at = 1;
                return choice(first.text(), depth);
            }
            Print print = new Print(pipeline(depth));
            ended();
            return print;
        }

        private Choice choice(String word, int depth) {
            Pipeline condition = pipeline(depth);
            ended();
            List<Part> then = parts(depth + 1);
            List<Part> otherwise = List.of();
            if (piece >= pieces.size()) {
                throw new TemplateFault("'" + word + "' without its 'end'");
            }
            piece++;
            if (tokens.get(0).word("else")) {
                if (tokens.size() > 1) {
                    String inner = tokens.get(1).text();
                    at = 2;
                    if (!inner.equals("if") && !inner.equals("with")) {
                        throw new TemplateFault("'else " + inner + "'");
                    }
                    return new Choice(condition, word.equals("with"), then, List.of(choice(inner, depth + 1)));
                }
                otherwise = parts(depth + 1);
                if (piece >= pieces.size() || tokens.get(0).word("else")) {
                    throw new TemplateFault("'else' without its 'end'");
                }
                piece++;
            }
            return new Choice(condition, word.equals("with"), then, otherwise);
        }

        private void ended() {
            if (at < tokens.size()) {
                throw new TemplateFault("'" + tokens.get(at).text() + "' in an action");
            }
        }

        private Pipeline pipeline(int depth) {
            String variable = "";
            if (at + 1 < tokens.size()
                    && tokens.get(at).kind() == Kind.VARIABLE
                    && (tokens.get(at + 1).is(":=") || tokens.get(at + 1).is("="))) {
                variable = tokens.get(at).text();
                at += 2;
            }
            List<Command> commands = new ArrayList<>();
            commands.add(command(depth));
            while (at < tokens.size() && tokens.get(at).is("|")) {
                at++;
                commands.add(command(depth));
            }
            return new Pipeline(variable, commands);
        }

        private Command command(int depth) {
            List<Operand> operands = new ArrayList<>();
            while (at < tokens.size()
                    && !tokens.get(at).is("|")
                    && !tokens.get(at).is(")")) {
                operands.add(operand(depth));
            }
            if (operands.isEmpty()) {
                throw new TemplateFault("an action without a value");
            }
            return new Command(operands);
        }

        private Operand operand(int depth) {
            Token token = tokens.get(at++);
            return switch (token.kind()) {
                case STRING -> new Constant(Value.Text.of(token.text()));
                case NUMBER -> new Constant(number(token.text()));
                case FIELD -> reference(token);
                case VARIABLE -> new Reference(token.text(), fields());
                case NAME ->
                    token.text().equals("true") || token.text().equals("false")
                            ? new Constant(new Value.Flag(token.text().equals("true")))
                            : new Name(token.text());
                case MARK, BELOW -> nested(token, depth);
            };
        }

        private static Value number(String text) {
            if (!text.matches("-?[0-9]{1,18}")) {
                throw new TemplateFault("the number '" + text + "'");
            }
            return new Value.Whole(Long.parseLong(text));
        }

        private Reference reference(Token first) {
            List<String> all = new ArrayList<>();
            if (!first.text().isEmpty()) {
                all.add(first.text());
                all.addAll(fields());
            }
            return new Reference(".", all);
        }

        private Nested nested(Token open, int depth) {
            if (!open.is("(") || depth > MAX_DEPTH) {
                throw new TemplateFault("'" + open.text() + "' in an action");
            }
            Pipeline inner = pipeline(depth + 1);
            if (at >= tokens.size() || !tokens.get(at).is(")")) {
                throw new TemplateFault("'(' without its ')'");
            }
            at++;
            return new Nested(inner, fields());
        }

        private List<String> fields() {
            List<String> fields = new ArrayList<>();
            while (at < tokens.size() && tokens.get(at).kind() == Kind.BELOW) {
                fields.add(tokens.get(at++).text());
            }
            return fields;
        }
    }
}
