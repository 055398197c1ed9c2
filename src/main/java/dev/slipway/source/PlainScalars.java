package dev.slipway.source;

import dev.slipway.source.Node.Scalar.Type;

/** Reads texts of YAML: without quotes, in quotes, and as the lines of a block. */
final class PlainScalars {
    /** What a text without quotes does not start with; {@code -} is looked at on its own. */
    private static final String NOT_FIRST = "?:,[]{}#&*!|>%@`'\"\t ";

    private final PlainLine in;
    private final Places places;

    /** The lines of a block, which most workflows have many of. */
    private final StringBuilder literal = new StringBuilder(512);

    PlainScalars(PlainLine in, Places places) {
        this.in = in;
        this.places = places;
    }

    Node.Scalar scalar(boolean inList) {
        PlainLine.sure(in.at < in.end);
        char first = in.text.charAt(in.at);
        if (first == '\'' || first == '"') {
            return quoted(first);
        }
        PlainLine.sure(first >= 'a' && first <= 'z' || NOT_FIRST.indexOf(first) < 0);
        PlainLine.sure(first != '-' || in.at + 1 < in.end && NOT_FIRST.indexOf(in.text.charAt(in.at + 1)) < 0);
        int from = in.at;
        int last = from;
        for (int at = from; ; at++) {
            in.at = at;
            if (at == in.end) {
                break;
            }
            char c = in.text.charAt(at);
            boolean usual = c > ':' && !inList || c > ',' && c < ':'; // nearly all
            if (!usual && endsPlain(inList)) {
                break;
            }
            last = c == ' ' ? last : at + 1;
        }
        String value = in.text.substring(from, last);
        return new Node.Scalar(CoreSchema.typeOf(value), value, true, in.span(from, last));
    }

    private boolean endsPlain(boolean inList) {
        char c = in.text.charAt(in.at);
        if (c > ':' && !inList) {
            return false;
        }
        return switch (c) {
            case '#' -> in.text.charAt(in.at - 1) == ' ';
            case ':' ->
                in.at + 1 == in.end
                        || in.text.charAt(in.at + 1) == ' '
                        || in.text.charAt(in.at + 1) == '\t'
                        || inList && ",[]{}".indexOf(in.text.charAt(in.at + 1)) >= 0;
            case ',', '[', ']', '{', '}' -> inList;
            case '\t' -> throw PlainLine.Unsure.UNSURE;
            default -> false;
        };
    }

    private Node.Scalar quoted(char quote) {
        int from = in.at;
        boolean doubled = false;
        for (in.at++; ; in.at++) {
            PlainLine.sure(in.at < in.end);
            char c = in.text.charAt(in.at);
            PlainLine.sure(c != '\t' && (c != '\\' || quote == '\''));
            if (c == quote) {
                if (quote == '"' || in.at + 1 == in.end || in.text.charAt(in.at + 1) != quote) {
                    break;
                }
                doubled = true;
                in.at++;
            }
        }
        String value = in.text.substring(from + 1, in.at);
        in.at++;
        Span span = in.span(from, in.at);
        skipColonBlanks();
        return new Node.Scalar(Type.TEXT, doubled ? value.replace("''", "'") : value, false, span);
    }

    /** A key in quotes may have blanks before its colon. */
    private void skipColonBlanks() {
        int before = in.at;
        in.skipBlanks();
        if (!in.isColon()) {
            in.at = before;
        }
    }

    /** The lines below {@code |} or {@code >}, which are indented more than what they belong to. */
    Node lines(int column, boolean folds) {
        Span span = places.toLineEnd(in.position(in.at));
        in.at++;
        boolean strips = in.isAt('-');
        boolean keeps = in.isAt('+');
        in.at += strips || keeps ? 1 : 0;
        in.skipBlanks();
        PlainLine.sure(in.isDone());
        literal.setLength(0);
        int left = -1;
        int longestBlank = 0;
        int breaks = 0;
        boolean folded = false;
        for (; in.line < in.source.size() && in.source.start(in.line + 1) < in.text.length(); in.line++) {
            int from = in.source.start(in.line + 1);
            int to = in.end(in.line + 1);
            PlainLine.sure(to < in.text.length());
            int i = from;
            while (i < to && in.text.charAt(i) == ' ' && (left < 0 || i - from < left)) {
                i++;
            }
            if (i == to) {
                longestBlank = Math.max(longestBlank, left < 0 ? to - from : 0);
                breaks++;
                continue;
            }
            if (left < 0) {
                left = i - from;
                PlainLine.sure(left > column && longestBlank <= left);
            }
            if (i - from < left) {
                PlainLine.sure(in.text.charAt(i) != '\t');
                break;
            }
            boolean flush = folds && in.text.charAt(i) != ' ' && in.text.charAt(i) != '\t';
            literal.append(folded && flush ? breaks == 1 ? " " : "\n".repeat(breaks - 1) : "\n".repeat(breaks));
            literal.append(in.text, i, to);
            folded = flush;
            breaks = 1;
        }
        PlainLine.sure(left >= 0);
        literal.append("\n".repeat(strips ? 0 : keeps ? breaks : 1));
        in.next();
        return new Node.Scalar(Type.TEXT, literal.toString(), false, span);
    }
}
