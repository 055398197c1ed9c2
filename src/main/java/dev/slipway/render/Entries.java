package dev.slipway.render;

import freemarker.template.SimpleCollection;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateModel;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A map from names to values, in its order. */
final class Entries extends Printed implements TemplateHashModelEx {
    private final Map<String, Printed> entries;

    Entries(Map<String, Printed> entries) {
        this.entries = entries;
    }

    @Override
    void on(Page page) throws IOException {
        if (entries.isEmpty()) {
            page.drop();
        } else {
            page.entries(entries);
        }
    }

    @Override
    boolean nothing() {
        return entries.isEmpty();
    }

    @Override
    Optional<String> word(Page page) {
        return entries.isEmpty() ? Optional.of("{}") : Optional.empty();
    }

    @Override
    public @Nullable TemplateModel get(String key) {
        return entries.get(key);
    }

    @Override
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public TemplateCollectionModel keys() {
        return new SimpleCollection(entries.keySet(), ModelWrapper.INSTANCE);
    }

    @Override
    public TemplateCollectionModel values() {
        return new SimpleCollection(entries.values(), ModelWrapper.INSTANCE);
    }
}
