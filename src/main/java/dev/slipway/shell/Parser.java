package dev.slipway.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts words and signs together, forgivingly: what ends too early ends there, and what is out of place is a word. */
final class Parser extends Cursor {
    private static final int DEEPEST = 60;

    /** The file that {@code <(…)} stands for: what the command before it in the pipeline prints. */
    private static final String PRINTED = "/dev/stdin";

    private int depth;

    private Parser(List<Token> tokens) {
        super(tokens);
    }

    static Syntax parse(String script) {
        Parser parser = new Parser(Lexer.tokens(script));
        List<Syntax> parts = new ArrayList<>();
        while (parser.at < parser.tokens.size()) {
            parts.add(parser.sequence());
            parser.at++; // an end without a beginning
        }
        return new Syntax.Sequence(parts);
    }

    private Syntax sequence() {
        List<Syntax> parts = new ArrayList<>();
        depth++;
        while (more() && depth < DEEPEST && !ends()) {
            if (tokens.get(at).separates()) {
                at++;
            } else {
                parts.add(chain());
            }
        }
        depth--;
        return new Syntax.Sequence(parts);
    }

    private Syntax chain() {
        List<Syntax> parts = new ArrayList<>(List.of(pipeline()));
        List<Boolean> ifTrue = new ArrayList<>();
        while (sign("&&") || sign("||")) {
            boolean and = sign("&&");
            at++;
            newlines();
            if (more() && !ends()) {
                ifTrue.add(and);
                parts.add(pipeline());
            }
        }
        return parts.size() == 1 ? parts.get(0) : new Syntax.Chain(parts, ifTrue);
    }

    private Syntax pipeline() {
        List<Syntax> parts = new ArrayList<>(List.of(command()));
        while (sign("|") || sign("|&")) {
            at++;
            newlines();
            if (more() && !ends()) {
                parts.add(command());
            }
        }
        return parts.size() == 1 ? parts.get(0) : new Syntax.Pipeline(parts);
    }

    private Syntax command() {
        int start = at;
        Syntax found = compound();
        at = Math.max(at, start + 1);
        while (sign(">") || sign(">>") || sign("<") || sign("<<<") || sign("<<") || sign("<<-")) {
            Token token = tokens.get(at++);
            if (token.is(">") && packs(found)) {
                found = new Syntax.Packing(found, next());
                continue;
            }
            found = new Syntax.Pipeline(
                    token.text().startsWith(">")
                            ? List.of(found, simple(List.of("tee", next()), ""))
                            : List.of(read(token), found));
        }
        return found;
    }

    /** Whether the last command packs: what it prints is an archive. */
    private static boolean packs(Syntax syntax) {
        if (syntax instanceof Syntax.Subshell subshell) {
            return packs(subshell.body());
        }
        List<Syntax> parts = syntax instanceof Syntax.Sequence sequence
                ? sequence.parts()
                : syntax instanceof Syntax.Chain chain ? chain.parts() : List.of();
        return syntax instanceof Syntax.Simple simple
                ? simple.words().get(0).matches("zip|tar|gtar|bsdtar")
                : !parts.isEmpty() && packs(parts.get(parts.size() - 1));
    }

    /** What is read by a redirection: a file, the text of a word or a document, or what {@code <(…)} prints. */
    private Syntax read(Token token) {
        String word = next();
        if (token.is("<") && word.equals("<") && skip("(")) {
            return until(")");
        }
        return token.is("<")
                ? simple(List.of("cat", word), "")
                : simple(List.of("cat"), token.is("<<<") ? word : token.input());
    }

    private static Syntax simple(List<String> words, String input) {
        return new Syntax.Simple(words, "", input, 0);
    }

    private Syntax compound() {
        if (skip("if")) {
            return choice();
        }
        if (skip("case")) {
            return cases();
        }
        if (skip("for") || skip("select")) {
            return loop();
        }
        if (skip("while") || skip("until")) {
            return new Syntax.While(sequence(), body());
        }
        if (skip("{")) {
            return until("}");
        }
        if (skip("(")) {
            return new Syntax.Subshell(until(")"));
        }
        if (skip("function")) {
            return definition(next());
        }
        boolean defines = more()
                && !tokens.get(at).sign()
                && at + 2 < tokens.size()
                && tokens.get(at + 1).is("(")
                && tokens.get(at + 2).is(")")
                && !tokens.get(at).text().endsWith("=");
        return defines ? definition(next()) : simple();
    }

    private Syntax definition(String name) {
        skip("(");
        skip(")");
        newlines();
        depth++;
        Syntax body = more() && depth < DEEPEST ? command() : new Syntax.Sequence(List.of());
        depth--;
        return new Syntax.Definition(name, body);
    }

    private Syntax until(String end) {
        Syntax body = sequence();
        skip(end);
        return body;
    }

    private Syntax choice() {
        List<Syntax.Branch> branches = new ArrayList<>();
        do {
            Syntax condition = sequence();
            skip("then");
            branches.add(new Syntax.Branch(condition, sequence()));
        } while (skip("elif"));
        if (skip("else")) {
            branches.add(new Syntax.Branch(new Syntax.Simple(List.of("true"), "", "", 0), sequence()));
        }
        skip("fi");
        return new Syntax.Choice(branches);
    }

    private Syntax loop() {
        String variable = next();
        List<String> items = new ArrayList<>();
        if (skip("in")) {
            while (more() && !tokens.get(at).separates()) {
                items.add(next());
            }
        }
        return new Syntax.Loop(variable, items, body());
    }

    private Syntax body() {
        while (more() && tokens.get(at).separates()) {
            at++;
        }
        skip("do");
        Syntax body = sequence();
        skip("done");
        return body;
    }

    private Syntax cases() {
        String word = next();
        Map<List<String>, Syntax> arms = new LinkedHashMap<>();
        while (more() && !here("in")) {
            at++;
        }
        skip("in");
        while (more() && !skip("esac")) {
            List<String> patterns = new ArrayList<>();
            while (more() && !sign(")")) {
                Token token = tokens.get(at++);
                if (!token.sign()) {
                    patterns.add(token.text());
                }
            }
            skip(")");
            arms.put(patterns, sequence());
            if (!skip(";;") && !skip(";&") && !skip(";;&") && !here("esac") && more()) {
                at++;
            }
            newlines();
        }
        return new Syntax.Case(word, arms);
    }

    /** The items of a list in one word. */
    private String array() {
        List<String> items = new ArrayList<>();
        at++;
        while (more() && !sign(")")) {
            Token token = tokens.get(at++);
            if (!token.sign()) {
                items.add(token.text());
            }
        }
        skip(")");
        return "(" + String.join(" ", items) + ")";
    }

    private Syntax simple() {
        List<String> words = new ArrayList<>();
        String output = "";
        StringBuilder input = new StringBuilder();
        List<Syntax> printed = new ArrayList<>();
        boolean test = here("[[");
        int line = more() ? tokens.get(at).line() : 0;
        while (more()) {
            Token token = tokens.get(at);
            boolean inTest =
                    test && (words.isEmpty() || !words.get(words.size() - 1).equals("]]"));
            if (token.is("(") && !words.isEmpty() && words.get(words.size() - 1).matches("\\w+\\+?=")) {
                String name = words.get(words.size() - 1);
                words.set(words.size() - 1, name + array());
            } else if (!inTest
                    && token.word("<")
                    && at + 1 < tokens.size()
                    && tokens.get(at + 1).is("(")) {
                at += 2;
                printed.add(until(")"));
                words.add(PRINTED);
            } else if (!token.sign() || inTest && !token.is("\n")) {
                words.add(token.text());
                at++;
            } else if (token.is("<")
                    && at + 2 < tokens.size()
                    && tokens.get(at + 1).word("<")
                    && !words.isEmpty()) {
                break; // it reads what <(…) prints
            } else if (token.text().contains(">") || token.text().contains("<")) {
                boolean number = !words.isEmpty() && words.get(words.size() - 1).matches("[0-9]");
                boolean errors = number && words.remove(words.size() - 1).equals("2");
                at++;
                input.append(token.input());
                String file = more() && !tokens.get(at).sign() ? next() : "";
                input.append(token.is("<<<") ? file : "");
                if (token.is("<") && words.isEmpty() && !file.isEmpty()) {
                    words.addAll(List.of("cat", file)); // $(<file)
                }
                boolean prints = token.text().contains(">") && !token.text().contains("&") && !errors;
                output = prints ? file : output;
            } else {
                break;
            }
        }
        Syntax found = new Syntax.Simple(words, output, input.toString(), line);
        if (printed.isEmpty()) {
            return found;
        }
        printed.add(found);
        return new Syntax.Pipeline(printed);
    }
}
