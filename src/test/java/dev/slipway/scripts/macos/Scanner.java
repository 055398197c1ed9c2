package dev.slipway.scripts.macos;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts a script as bash does. */
final class Scanner {
    private static final List<String> SIGNS = List.of(
            "&>>", ";;&", "<<<", "<<-", ";;", ";&", "&&", "||", ">>", "<<", "&>", ">&", "<&", "<>", ">|", "|&", ";",
            "&", "|", "(", ")", "<", ">", "\n");
    private static final Set<String> BEFORE_COMMANDS =
            Set.of("if", "then", "elif", "else", "while", "until", "do", "{", "!", "time");
    private static final Pattern ASSIGNS = Pattern.compile("[A-Za-z_]\\w*(\\[[^]]*])?\\+?=");

    private final String text;
    private final Deque<Character> open = new ArrayDeque<>();
    private final List<Token> heralds = new ArrayList<>();
    private Part part = new Part("", List.of());
    private int at;
    private int line = 1;
    private int within;

    Scanner(String text) {
        this.text = text;
    }

    /** What is found in one script. */
    private record Part(
            String opener,
            List<Token> tokens,
            List<Expansion> expansions,
            List<Document> documents,
            List<Scan> inner,
            List<Integer> bare) {
        Part(String opener, List<Token> none) {
            this(
                    opener,
                    new ArrayList<>(none),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>());
        }

        Scan scan() {
            return new Scan(opener, tokens, expansions, documents, inner, bare);
        }
    }

    Scan whole() {
        commands();
        return part.scan();
    }

    /** Reads up to the end, or up to a {@code )} that was opened before. */
    private void commands() {
        int below = open.size();
        boolean glued = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t' || text.startsWith("\\\n", at)) {
                line += c == '\\' ? 1 : 0;
                at += c == '\\' ? 2 : 1;
                glued = false;
                continue;
            }
            if (c == '#' && !glued) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
                continue;
            }
            if (c == ')' && open.size() == below && below > 0) {
                return;
            }
            token(glued);
            glued = part.tokens.get(part.tokens.size() - 1).kind() != Token.Kind.SIGN;
        }
    }

    private void token(boolean glued) {
        boolean first = commandPosition();
        int begin = line;
        if (text.startsWith("((", at) && (first || last("for"))) {
            int start = at;
            at += 2;
            quotedUntil("))", false);
            part.tokens.add(new Token(Token.Kind.ARITHMETIC, text.substring(start, at), begin, glued));
            return;
        }
        if (first && text.startsWith("[[", at) && at + 2 < text.length() && " \t\n".indexOf(text.charAt(at + 2)) >= 0) {
            test(glued);
            return;
        }
        boolean substitutes = text.startsWith("<(", at) || text.startsWith(">(", at);
        for (String sign : SIGNS) {
            if (!substitutes && text.startsWith(sign, at)) {
                sign(sign, glued);
                return;
            }
        }
        int start = at;
        word(" \t\n;&|()<>");
        Token word = new Token(Token.Kind.WORD, text.substring(start, at), begin, glued);
        boolean ends = first && word.text().equals("esac") && !open.isEmpty() && open.peek() == 'c';
        if (ends) {
            open.pop();
        } else if (first && word.text().equals("case")) {
            open.push('c');
        }
        part.tokens.add(word);
        if (!heralds.isEmpty() && heralds.get(heralds.size() - 1).kind() == Token.Kind.SIGN) {
            String tabs = heralds.remove(heralds.size() - 1).text().equals("<<-") ? "\t" : "";
            heralds.add(new Token(Token.Kind.WORD, word.text(), begin, !tabs.isEmpty()));
        }
    }

    private void sign(String sign, boolean glued) {
        Token token = new Token(Token.Kind.SIGN, sign, line, glued);
        at += sign.length();
        part.tokens.add(token);
        switch (sign) {
            case "(" -> open.push('(');
            case ")" -> {
                if (!open.isEmpty() && open.peek() == '(') {
                    open.pop();
                } else {
                    part.bare.add(line);
                }
            }
            case "<<", "<<-" -> heralds.add(token);
            case "\n" -> {
                line++;
                documents();
            }
            default -> {}
        }
    }

    private void test(boolean glued) {
        int start = at;
        int begin = line;
        List<String> words = new ArrayList<>();
        at += 2;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (" \t\n".indexOf(c) >= 0 || text.startsWith("\\\n", at)) {
                line += c == '\n' || c == '\\' ? 1 : 0;
                at += c == '\\' ? 2 : 1;
                continue;
            }
            int from = at;
            word(" \t\n");
            words.add(text.substring(from, at));
            if (words.get(words.size() - 1).replaceFirst("[;)]+$", "").equals("]]")) {
                at = from + 2;
                words.remove(words.size() - 1);
                break;
            }
        }
        part.tokens.add(new Token(Token.Kind.TEST, text.substring(start, at), begin, glued, words));
    }

    /** What stands below a line with {@code <<END}, up to {@code END}. */
    private void documents() {
        for (Token herald : List.copyOf(heralds)) {
            int begin = line;
            StringBuilder body = new StringBuilder();
            int from = at;
            while (at < text.length()) {
                int next = text.indexOf('\n', at);
                String one = text.substring(at, next < 0 ? text.length() : next);
                at = next < 0 ? text.length() : next + 1;
                line++;
                if ((herald.glued() ? one.replaceFirst("^\t+", "") : one).equals(herald.plain())) {
                    break;
                }
                body.append(one).append('\n');
            }
            part.documents.add(new Document(body.toString(), begin, within > 0));
            if (herald.text().equals(herald.plain())) {
                int end = at;
                int after = line;
                at = from;
                line = begin;
                while (at < from + body.length()) {
                    if ("$`\\".indexOf(text.charAt(at)) >= 0) {
                        piece(true);
                    } else {
                        line += text.charAt(at++) == '\n' ? 1 : 0;
                    }
                }
                at = end;
                line = after;
            }
        }
        heralds.clear();
    }

    private void word(String stops) {
        int start = at;
        while (at < text.length() && (stops.indexOf(text.charAt(at)) < 0 || continues(start))) {
            if (text.charAt(at) == '(' && stops.indexOf('(') >= 0) {
                script("(");
            } else {
                piece(false);
            }
        }
    }

    /** Whether a parenthesis belongs to the word: {@code <(…)}, {@code name=(…)} and {@code @(…)}. */
    private boolean continues(int start) {
        char c = text.charAt(at);
        if ((c == '<' || c == '>') && text.startsWith("(", at + 1)) {
            return true;
        }
        return c == '('
                && at > start
                && (ASSIGNS.matcher(text.substring(start, at)).matches() || "@!+*?".indexOf(text.charAt(at - 1)) >= 0);
    }

    /** One character, or what is quoted or expanded. */
    private void piece(boolean quoted) {
        char c = text.charAt(at);
        if (c == '\\') {
            line += text.startsWith("\n", at + 1) ? 1 : 0;
            at = Math.min(at + 2, text.length());
        } else if (!quoted && (c == '\'' || text.startsWith("$'", at))) {
            single();
        } else if (!quoted && (c == '"' || text.startsWith("$\"", at))) {
            at += c == '"' ? 1 : 2;
            quotedUntil("\"", true);
        } else if (text.startsWith("$((", at)) {
            at += 3;
            quotedUntil("))", quoted);
        } else if (text.startsWith("$(", at)) {
            script("$(");
        } else if (!quoted && (text.startsWith("<(", at) || text.startsWith(">(", at))) {
            script(text.substring(at, at + 2));
        } else if (c == '`') {
            int end = Math.max(text.indexOf('`', at + 1), at + 1);
            part.inner.add(within("`", new Scanner(text.substring(at + 1, end)), line));
            line += (int)
                    text.substring(at, end).chars().filter(it -> it == '\n').count();
            at = end + 1;
        } else if (text.startsWith("${", at)) {
            braces(quoted);
        } else if (c == '$') {
            int start = ++at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
            at += at == start && at < text.length() && "@*#?$!-".indexOf(text.charAt(at)) >= 0 ? 1 : 0;
            part.expansions.add(new Expansion(text.substring(start, at), false, quoted, false, line));
        } else {
            line += c == '\n' ? 1 : 0;
            at++;
        }
    }

    private static Scan within(String opener, Scanner scanner, int line) {
        scanner.part = new Part(opener, List.of());
        scanner.line = line;
        return scanner.whole();
    }

    private void single() {
        boolean ansi = text.charAt(at) == '$';
        at += ansi ? 2 : 1;
        while (at < text.length() && text.charAt(at) != '\'') {
            at += ansi && text.charAt(at) == '\\' ? 1 : 0;
            line += at < text.length() && text.charAt(at) == '\n' ? 1 : 0;
            at++;
        }
        at = Math.min(at + 1, text.length());
    }

    private void quotedUntil(String end, boolean quoted) {
        while (at < text.length() && !text.startsWith(end, at)) {
            if (end.equals("))") && text.charAt(at) == '(') {
                at++;
                quotedUntil(")", quoted);
            } else {
                piece(quoted);
            }
        }
        at = Math.min(at + end.length(), text.length());
    }

    private void braces(boolean quoted) {
        int start = at + 2;
        int begin = line;
        int before = part.expansions.size();
        at = start;
        boolean pattern = false;
        while (at < text.length() && text.charAt(at) != '}') {
            pattern |= "/#%".indexOf(text.charAt(at)) >= 0 && at > start;
            boolean inQuotes = quoted && text.charAt(at) == '"';
            // in double quotes a single one means something only in a pattern
            piece(quoted && !inQuotes && !(pattern && text.charAt(at) == '\''));
        }
        String inside = text.substring(start, Math.min(at, text.length()));
        Expansion whole = new Expansion(inside, true, quoted, false, begin);
        if (whole.operation().matches("(?s):?\\+.*")) {
            part.expansions
                    .subList(before, part.expansions.size())
                    .replaceAll(it -> it.name().equals(whole.name()) ? it.behindPlus() : it);
        }
        part.expansions.add(whole);
        at = Math.min(at + 1, text.length());
    }

    private void script(String opener) {
        Part outer = part;
        List<Token> waiting = List.copyOf(heralds);
        heralds.clear();
        part = new Part(opener, List.of());
        within += opener.equals("$(") ? 1 : 0;
        at += opener.length();
        open.push('$');
        commands();
        open.pop();
        at = Math.min(at + 1, text.length());
        within -= opener.equals("$(") ? 1 : 0;
        outer.inner.add(part.scan());
        part = outer;
        heralds.addAll(0, waiting);
    }

    private boolean last(String word) {
        return !part.tokens.isEmpty() && part.tokens.get(part.tokens.size() - 1).word(word);
    }

    /** Whether a command may begin here. */
    private boolean commandPosition() {
        if (part.tokens.isEmpty()) {
            return !part.opener.equals("(");
        }
        Token last = part.tokens.get(part.tokens.size() - 1);
        return last.kind() == Token.Kind.SIGN ? !last.redirects() : BEFORE_COMMANDS.contains(last.text());
    }
}
