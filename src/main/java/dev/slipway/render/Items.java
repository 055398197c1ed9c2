package dev.slipway.render;

import freemarker.template.TemplateModel;
import freemarker.template.TemplateSequenceModel;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A list of values. */
final class Items extends Printed implements TemplateSequenceModel {
    private final List<Printed> items;

    Items(List<Printed> items) {
        this.items = items;
    }

    @Override
    Printed oneOrAll() {
        return items.size() == 1 ? items.get(0) : this;
    }

    @Override
    List<String> strings() {
        return items.stream().map(Printed::string).toList();
    }

    @Override
    void on(Page page) throws IOException {
        if (items.isEmpty()) {
            page.drop();
        } else {
            page.items(items);
        }
    }

    @Override
    boolean nothing() {
        return items.isEmpty();
    }

    @Override
    Optional<String> word(Page page) {
        return items.isEmpty() ? Optional.of("[]") : Optional.empty();
    }

    @Override
    public TemplateModel get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }
}
