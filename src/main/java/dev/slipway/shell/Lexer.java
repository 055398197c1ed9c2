package dev.slipway.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a script into words and signs; quotes and substitutions stay in their words. */
final class Lexer {
    private static final List<String> SIGNS = List.of(
            ";;&", "<<<", "&>>", "<<-", ";;", ";&", "&&", "||", ">>", "<<", "&>", ">&", "<&", ">|", "|&", ";", "&", "|",
            "(", ")", "<", ">", "\n");

    /** Words after which a command follows. */
    private static final Set<String> BEFORE_COMMANDS =
            Set.of("if", "elif", "else", "while", "until", "then", "do", "!", "{");

    private static final int LONGEST_SUM = 200;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Integer> documents = new ArrayList<>();
    private int at;
    private int line = 1;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String script) {
        Lexer lexer = new Lexer(script.replace("\r\n", "\n"));
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t') {
                at++;
            } else if (text.startsWith("\\\n", at)) {
                at += 2;
                line++;
            } else if (c == '#') {
                while (at < text.length() && text.charAt(at) != '\n') {
                    at++;
                }
            } else if (!sum() && !sign()) {
                word();
            }
        }
    }

    /** A condition on numbers in two parentheses, where a command may stand: {@code let} with the same text. */
    private boolean sum() {
        if (!text.startsWith("((", at) || !startsCommand()) {
            return false;
        }
        String rest = text.substring(at + 2, Math.min(at + LONGEST_SUM, text.length()));
        int end = rest.indexOf("))");
        String sum = rest.substring(0, Math.max(end, 0));
        if (end < 0 || sum.indexOf('\n') >= 0) {
            return false;
        }
        tokens.add(new Token("let", false, line, ""));
        tokens.add(new Token('"' + sum.replace("\"", "") + '"', false, line, ""));
        at += end + 4;
        return true;
    }

    private boolean startsCommand() {
        Token last = tokens.isEmpty() ? new Token("\n", true, line, "") : tokens.get(tokens.size() - 1);
        return last.sign() ? last.text().matches("\n|;|&&|\\|\\||&") : BEFORE_COMMANDS.contains(last.text());
    }

    private boolean sign() {
        if (text.startsWith("<(", at) || text.startsWith(">(", at)) {
            return false;
        }
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                tokens.add(new Token(sign, true, line, ""));
                at += sign.length();
                if (sign.equals("\n")) {
                    line++;
                    documents();
                } else if (sign.equals("<<") || sign.equals("<<-")) {
                    documents.add(tokens.size() - 1);
                }
                return true;
            }
        }
        return false;
    }

    /** What stands below a line with {@code <<END}, up to {@code END}. */
    private void documents() {
        for (int sign : documents) {
            if (sign + 1 >= tokens.size()) {
                continue;
            }
            String word = tokens.get(sign + 1).text();
            String end = word.replaceAll("['\"\\\\]", "");
            StringBuilder body = new StringBuilder();
            while (at < text.length()) {
                int next = text.indexOf('\n', at);
                String one = text.substring(at, next < 0 ? text.length() : next);
                at = next < 0 ? text.length() : next + 1;
                line++;
                if (one.strip().equals(end)) {
                    break;
                }
                body.append(one).append('\n');
            }
            Token token = tokens.get(sign);
            String text = body.toString();
            tokens.set(sign, new Token(token.text(), true, token.line(), word.equals(end) ? text : quoted(text)));
        }
        documents.clear();
    }

    /** A text in which nothing is replaced, as in the document of {@code <<'END'}. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private void word() {
        int start = at;
        int first = line;
        while (at < text.length() && " \t\n;&|()<>".indexOf(text.charAt(at)) < 0) {
            at = end(at);
        }
        at = Math.max(at, start + 1);
        String word = text.substring(start, Math.min(at, text.length()));
        line += (int) word.chars().filter(c -> c == '\n').count();
        tokens.add(new Token(word, false, first, ""));
    }

    /** Where the character, the quotes or the substitution that begins here ends. */
    private int end(int from) {
        return Quoting.end(text, from);
    }
}
