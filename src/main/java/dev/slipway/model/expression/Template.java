package dev.slipway.model.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with expressions in it, such as <code>v${{ matrix.version }}</code>.
 *
 * @param text the whole text
 * @param codes the expressions, in the order of the text
 */
public record Template(String text, List<Code> codes) {
    private static final String OPEN = "${{";
    private static final String CLOSE = "}}";

    public Template {
        codes = List.copyOf(codes);
    }

    /**
     * An expression in a text.
     *
     * @param source what stands between the braces, without the space around it
     * @param start where its <code>${{</code> starts
     * @param end where its <code>}}</code> ends
     */
    public record Code(String source, int start, int end) {}

    /**
     * Finds the expressions of a text; they need not be valid.
     *
     * @throws InvalidExpression if one is not closed
     */
    public static Template of(String text) {
        List<Code> codes = new ArrayList<>();
        int start = text.indexOf(OPEN);
        while (start >= 0) {
            int end = close(text, start);
            codes.add(new Code(text.substring(start + OPEN.length(), end).strip(), start, end + CLOSE.length()));
            start = text.indexOf(OPEN, end + CLOSE.length());
        }
        return new Template(text, codes);
    }

    /** Whether the text is one expression and nothing else, so that it keeps the type of its value. */
    public boolean isSingle() {
        return codes.size() == 1 && codes.get(0).start() == 0 && codes.get(0).end() == text.length();
    }

    private static int close(String text, int start) {
        boolean quoted = false;
        for (int i = start + OPEN.length(); i < text.length(); i++) {
            if (text.charAt(i) == '\'') {
                quoted = !quoted;
            } else if (!quoted && text.startsWith(CLOSE, i)) {
                return i;
            }
        }
        throw new InvalidExpression(start, "'" + OPEN + "' has no closing '" + CLOSE + "'");
    }
}
