package dev.slipway.scripts.macos;

import dev.slipway.scripts.macos.Syntax.Arm;
import dev.slipway.scripts.macos.Syntax.Branch;
import dev.slipway.scripts.macos.Syntax.Chain;
import dev.slipway.scripts.macos.Syntax.Lines;
import dev.slipway.scripts.macos.Syntax.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Puts the tokens of a script together. */
final class Parser {
    private static final Set<String> ENDS = Set.of("then", "else", "elif", "fi", "do", "done", "esac", "}");

    private final List<Token> tokens;
    private int at;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** @throws AssertionError if this is no script, or one that is not understood */
    static List<Chain> parse(List<Token> tokens) {
        Parser parser = new Parser(tokens);
        List<Chain> all = parser.list();
        if (parser.at < tokens.size()) {
            throw parser.unexpected();
        }
        return all;
    }

    private AssertionError unexpected() {
        return new AssertionError(
                at < tokens.size()
                        ? "line " + tokens.get(at).line() + ": unexpected "
                                + tokens.get(at).text()
                        : "unexpected end");
    }

    private boolean sign(String... signs) {
        return at < tokens.size() && List.of(signs).stream().anyMatch(tokens.get(at)::sign);
    }

    private boolean word(String word) {
        return at < tokens.size() && tokens.get(at).word(word);
    }

    private boolean skip(String what) {
        boolean there = word(what) || sign(what);
        at += there ? 1 : 0;
        return there;
    }

    private void expect(String what) {
        if (!skip(what)) {
            throw unexpected();
        }
    }

    private void newlines() {
        while (sign("\n", ";")) {
            at++;
        }
    }

    private List<Chain> list() {
        List<Chain> all = new ArrayList<>();
        while (at < tokens.size()) {
            if (sign("\n", ";", "&")) {
                at++;
            } else if (sign(")", ";;", ";&", ";;&")
                    || tokens.get(at).kind() == Token.Kind.WORD
                            && ENDS.contains(tokens.get(at).text())) {
                break;
            } else {
                all.add(chain());
            }
        }
        return all;
    }

    private Chain chain() {
        List<Pipeline> parts = new ArrayList<>(List.of(pipeline()));
        while (sign("&&", "||")) {
            at++;
            newlines();
            parts.add(pipeline());
        }
        return new Chain(parts);
    }

    private Pipeline pipeline() {
        boolean negated = false;
        while (word("!") || word("time")) {
            negated ^= word("!");
            at++;
            at += word("-p") ? 1 : 0;
        }
        List<Syntax> parts = new ArrayList<>(List.of(command()));
        while (sign("|", "|&")) {
            at++;
            newlines();
            parts.add(command());
        }
        return new Pipeline(negated, parts);
    }

    private Syntax command() {
        if (at >= tokens.size()) {
            throw unexpected();
        }
        Token first = tokens.get(at);
        Syntax found = compound(first);
        if (found instanceof Syntax.Simple || found instanceof Syntax.Function) {
            return found;
        }
        int line = tokens.get(at - 1).line();
        boolean input = false;
        while (at + 1 < tokens.size()
                && (tokens.get(at).redirects()
                        || tokens.get(at).text().matches("[0-9]+")
                                && tokens.get(at + 1).redirects())) {
            at += tokens.get(at).redirects() ? 0 : 1;
            Token file = tokens.get(at + 1);
            input |= tokens.get(at).sign("<")
                    && !file.text().startsWith("<(")
                    && !file.plain().equals("/dev/null");
            at += 2;
        }
        return input ? new Syntax.Redirected(found, line) : found;
    }

    private Syntax compound(Token first) {
        if (first.kind() == Token.Kind.TEST || first.kind() == Token.Kind.ARITHMETIC) {
            at++;
            return new Syntax.Test(first);
        }
        if (skip("(")) {
            List<Chain> body = list();
            expect(")");
            return new Syntax.Subshell(body, first.line());
        }
        if (skip("{")) {
            List<Chain> body = list();
            expect("}");
            return new Syntax.Group(body, first.line());
        }
        if (skip("if")) {
            return choice(first.line());
        }
        if (skip("while") || skip("until")) {
            int from = at;
            List<Chain> condition = list();
            return new Syntax.Branches(List.of(branch(from, condition, "do", "done")), first.line());
        }
        if (skip("for") || skip("select")) {
            at++;
            while (!sign("\n", ";") && !word("do")) {
                at++;
            }
            newlines();
            return new Syntax.Branches(List.of(branch(at, List.of(), "do", "done")), first.line());
        }
        if (skip("case")) {
            return cases();
        }
        if (skip("function")) {
            at++;
            if (skip("(")) {
                expect(")");
            }
            newlines();
            return new Syntax.Function(command());
        }
        if (first.kind() == Token.Kind.WORD
                && at + 2 < tokens.size()
                && tokens.get(at + 1).sign("(")
                && tokens.get(at + 2).sign(")")) {
            at += 3;
            newlines();
            return new Syntax.Function(command());
        }
        return simple();
    }

    private Branch branch(int from, List<Chain> condition, String begin, String end) {
        List<Token> asked = tokens.subList(from, at);
        int first = at < tokens.size() ? tokens.get(at).line() : 0;
        expect(begin);
        List<Chain> body = list();
        if (!end.isEmpty()) {
            expect(end);
        }
        return new Branch(
                asked, condition, body, new Lines(first, tokens.get(at - 1).line()));
    }

    private Syntax choice(int line) {
        List<Branch> branches = new ArrayList<>();
        do {
            int from = at;
            List<Chain> condition = list();
            branches.add(branch(from, condition, "then", ""));
        } while (skip("elif"));
        if (word("else")) {
            branches.add(branch(at, List.of(), "else", ""));
        }
        expect("fi");
        return new Syntax.Branches(branches, line);
    }

    private Syntax cases() {
        Token word = tokens.get(at++);
        newlines();
        expect("in");
        newlines();
        List<Arm> arms = new ArrayList<>();
        while (!skip("esac")) {
            List<String> patterns = new ArrayList<>();
            skip("(");
            while (!skip(")")) {
                if (at >= tokens.size()) {
                    throw unexpected();
                }
                patterns.add(tokens.get(at++).plain());
            }
            int first = tokens.get(at - 1).line();
            List<Chain> body = list();
            arms.add(new Arm(patterns, body, new Lines(first, tokens.get(at - 1).line())));
            at += sign(";;", ";&", ";;&") ? 1 : 0;
            newlines();
        }
        return new Syntax.Case(word, arms);
    }

    private Syntax simple() {
        List<Token> words = new ArrayList<>();
        int start = at;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (token.redirects()) {
                boolean number = !words.isEmpty()
                        && token.glued()
                        && words.get(words.size() - 1).text().matches("[0-9]+");
                if (number) {
                    words.remove(words.size() - 1);
                }
                at += 2;
            } else if (token.kind() == Token.Kind.SIGN) {
                break;
            } else {
                words.add(token);
                at++;
            }
        }
        if (at == start) {
            throw unexpected();
        }
        return new Syntax.Simple(words);
    }
}
