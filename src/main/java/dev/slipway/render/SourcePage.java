package dev.slipway.render;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A program in a language whose comments begin with {@code #}. A value is plain words, which mean the same in all quotes
 * of a shell, of PowerShell and of Ruby; others are refused.
 */
final class SourcePage extends Page {
    private static final Pattern WORDS = Pattern.compile("(?!.*#\\{)[^'\"`\\\\$\\p{Cntrl}]*");

    SourcePage(Visitor visitor, int margin) {
        super(visitor, margin);
    }

    @Override
    Page child(Visitor visitor, int margin) {
        return new SourcePage(visitor, margin);
    }

    @Override
    void text(String text) {
        append(word(text).orElseThrow());
    }

    @Override
    Optional<String> word(String text) {
        if (!WORDS.matcher(text).matches()) {
            throw new IllegalArgumentException("a program cannot contain the text '" + text + "' as it is");
        }
        return Optional.of(text);
    }

    /** A text in double quotes, as Ruby reads it. */
    static String ruby(String text) {
        return '"' + text.replaceAll("[\"\\\\#]", "\\\\$0") + '"';
    }

    @Override
    void comment(List<String> text) {
        text.forEach(it -> addLine(("# " + it).stripTrailing(), ""));
        drop();
    }

    @Override
    void setIn(Page page) {
        append(String.join(" ", page.lines()));
    }
}
