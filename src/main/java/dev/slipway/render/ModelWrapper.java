package dev.slipway.render;

import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Value;
import freemarker.template.ObjectWrapper;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows values of the model to templates: records, lists, maps, texts; never a method that does something. */
final class ModelWrapper implements ObjectWrapper {
    static final ModelWrapper INSTANCE = new ModelWrapper();

    private ModelWrapper() {}

    @Override
    public @Nullable TemplateModel wrap(@Nullable Object value) {
        return value instanceof TemplateModel model ? model : value == null ? null : printed(value);
    }

    /** The value as templates see it; it may be one that they see already. */
    Printed printed(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? printed(optional.get()) : Absent.INSTANCE;
        }
        if (value instanceof Record node) {
            return node(node);
        }
        if (value instanceof String text) {
            return new Text(text);
        }
        if (value instanceof Boolean on) {
            return on ? new Verbatim("true") : Absent.INSTANCE;
        }
        return value instanceof TemplateModel model ? seen(model) : many(value);
    }

    /** A value that a template gives to a function. */
    private static Printed seen(TemplateModel model) {
        try {
            if (model instanceof Printed value) {
                return value;
            }
            if (model instanceof TemplateScalarModel text) {
                return new Text(text.getAsString());
            }
            if (model instanceof TemplateNumberModel number) {
                return new Verbatim(number.getAsNumber().toString());
            }
        } catch (TemplateModelException e) {
            throw new IllegalArgumentException("a function cannot read its value", e);
        }
        throw new IllegalArgumentException("a function accepts only strings, numbers and values of the release");
    }

    private static Printed node(Record value) {
        if (value instanceof dev.slipway.model.workflow.Text text) {
            return new Text(text.source());
        }
        if (value instanceof Expr<?> expression) {
            return new Embedded(expression);
        }
        if (value instanceof Value.Flag flag) {
            return new Verbatim(Boolean.toString(flag.value()));
        }
        if (value instanceof Value.Fraction fraction) {
            return new Verbatim(Double.toString(fraction.value()));
        }
        if (value instanceof Value.Many many) {
            return INSTANCE.many(many.values());
        }
        if (value instanceof Value.Named named) {
            return INSTANCE.many(named.values());
        }
        return value instanceof Value.Count count ? new Verbatim(Long.toString(count.value())) : new RecordNode(value);
    }

    private Printed many(Object value) {
        if (value instanceof List<?> list) {
            List<Printed> items = new ArrayList<>(list.size());
            for (Object item : list) {
                items.add(printed(item));
            }
            return new Items(items);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Printed> entries = new LinkedHashMap<>();
            map.forEach((key, entry) -> entries.put((String) key, printed(entry)));
            return new Entries(entries);
        }
        return value instanceof Number number ? new Verbatim(number.toString()) : new Text(value.toString());
    }
}
