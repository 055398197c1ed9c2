package dev.slipway.render;

import freemarker.template.TemplateScalarModel;
import java.util.Optional;

/** Text, quoted where its page needs it. */
final class Text extends Printed implements TemplateScalarModel {
    private final String text;

    Text(String text) {
        this.text = text;
    }

    @Override
    void on(Page page) {
        page.text(text);
    }

    @Override
    Optional<String> word(Page page) {
        return page.word(text);
    }

    @Override
    String string() {
        return text;
    }

    @Override
    public String getAsString() {
        return text;
    }
}
