package dev.slipway.render;

import freemarker.core.MarkupOutputFormat;
import freemarker.core.TemplateMarkupOutputModel;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A value as templates see it: {@code [=x]} prints it in the way of the page that it stands on. */
abstract class Printed implements TemplateMarkupOutputModel<Printed> {
    /** Prints the value behind what stands on the line already. */
    abstract void on(Page page) throws IOException;

    /** Whether there is nothing to print; then {@code [=x]} takes its whole line away. */
    boolean nothing() {
        return false;
    }

    /** How it stands among others on one line, if it can. */
    Optional<String> word(Page page) {
        return Optional.empty();
    }

    /** The value where GitHub expects an expression, so without <code>${{ }}</code>. */
    Printed bare() {
        return this;
    }

    /** The only item of a list, if it has one. */
    Printed oneOrAll() {
        return this;
    }

    /** The text of it. */
    String string() {
        throw new IllegalArgumentException(
                "a template expects a string, but this is a " + getClass().getSimpleName());
    }

    /** The texts of a list. */
    List<String> strings() {
        return List.of(string());
    }

    @Override
    public final MarkupOutputFormat<Printed> getOutputFormat() {
        return PageFormat.INSTANCE;
    }
}
