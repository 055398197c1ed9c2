package dev.slipway.render;

import java.util.List;
import java.util.Optional;

/**
 * A page for a browser: a value is text, in an element or between the double quotes of an attribute, and no character of it
 * is markup.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/syntax.html">The HTML syntax</a>
 */
final class HtmlPage extends Page {
    HtmlPage(Visitor visitor, int margin) {
        super(visitor, margin);
    }

    @Override
    Page child(Visitor visitor, int margin) {
        return new HtmlPage(visitor, margin);
    }

    @Override
    void text(String text) {
        append(escaped(text));
    }

    @Override
    Optional<String> word(String text) {
        return Optional.of(escaped(text));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                // a line of the page ends where the template ends it
                case '\n' -> escaped.append("&#10;");
                case '\r' -> escaped.append("&#13;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    @Override
    void comment(List<String> text) {
        throw new UnsupportedOperationException("a comment of the page is written in its template");
    }

    @Override
    void setIn(Page page) {
        append(String.join(" ", page.lines()));
    }
}
