package dev.slipway.render;

import java.util.List;
import java.util.Optional;

/**
 * An ignore file: a pattern a line, as it is; what would not be taken for this pattern is refused.
 *
 * @see <a href="https://docs.docker.com/build/concepts/context/#syntax">Syntax of .dockerignore</a>
 */
final class PatternPage extends Page {
    PatternPage(Visitor visitor, int margin) {
        super(visitor, margin);
    }

    @Override
    Page child(Visitor visitor, int margin) {
        return new PatternPage(visitor, margin);
    }

    @Override
    void text(String text) {
        append(word(text).orElseThrow());
    }

    @Override
    Optional<String> word(String text) {
        boolean trimmed = text.equals(text.strip()) && !text.isEmpty();
        if (!trimmed || text.startsWith("#") || !Characters.fitOnLine(text)) {
            throw new IllegalArgumentException("an ignore file cannot hold the pattern '" + text + "'");
        }
        return Optional.of(text);
    }

    @Override
    void comment(List<String> text) {
        text.forEach(it -> addLine(("# " + it).stripTrailing(), ""));
        drop();
    }

    @Override
    void setIn(Page page) {
        throw new IllegalArgumentException("a pattern must have its own line: " + line());
    }
}
