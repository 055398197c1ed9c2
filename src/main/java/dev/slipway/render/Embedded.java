package dev.slipway.render;

import dev.slipway.model.workflow.Expr;
import java.util.Optional;

/** An expression of GitHub Actions. */
final class Embedded extends Printed {
    private final String source;

    Embedded(Expr<?> expression) {
        this.source = expression.source();
    }

    @Override
    void on(Page page) {
        page.text(marked());
    }

    @Override
    Optional<String> word(Page page) {
        return page.word(marked());
    }

    /** Marked nevertheless if only the marks save it from quotes: YAML would take a leading {@code !} for a tag. */
    @Override
    Printed bare() {
        boolean quoted = !YamlScalar.isPlain(source) && YamlScalar.isPlain(marked());
        return new Text(quoted ? marked() : source);
    }

    @Override
    String string() {
        return marked();
    }

    private String marked() {
        return "${{ " + source + " }}";
    }
}
