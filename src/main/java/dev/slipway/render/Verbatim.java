package dev.slipway.render;

import freemarker.template.TemplateBooleanModel;
import java.util.Optional;

/** A number, true or false: printed as it is on every page. */
final class Verbatim extends Printed implements TemplateBooleanModel {
    private final String source;

    Verbatim(String source) {
        this.source = source;
    }

    @Override
    void on(Page page) {
        page.append(source);
    }

    @Override
    Optional<String> word(Page page) {
        return Optional.of(source);
    }

    @Override
    String string() {
        return source;
    }

    @Override
    public boolean getAsBoolean() {
        return source.equals("true");
    }
}
