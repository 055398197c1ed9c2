package dev.slipway.render;

import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNodeModel;
import freemarker.template.TemplateSequenceModel;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A record: its components and what it tells about itself without being asked for more, by name; printed by the macro
 * that is named after its class.
 */
final class RecordNode extends Printed implements TemplateHashModel, TemplateNodeModel {
    private static final ClassValue<Map<String, Optional<Method>>> METHODS = new ClassValue<>() {
        @Override
        protected Map<String, Optional<Method>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private final Record value;

    RecordNode(Record value) {
        this.value = value;
    }

    Record value() {
        return value;
    }

    @Override
    void on(Page page) throws IOException {
        page.nested(child -> child.visit(this));
    }

    @Override
    public @Nullable TemplateModel get(String name) throws TemplateModelException {
        Optional<Method> method = method(name);
        if (method.isEmpty()) {
            return null;
        }
        try {
            return ModelWrapper.INSTANCE.wrap(method.get().invoke(value));
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new TemplateModelException("cannot read '" + name + "' of " + getNodeName(), e);
        }
    }

    private Optional<Method> method(String name) {
        Map<String, Optional<Method>> known = METHODS.get(value.getClass());
        Optional<Method> method = known.get(name);
        return method != null ? method : known.computeIfAbsent(name, it -> find(value.getClass(), it));
    }

    private static Optional<Method> find(Class<?> type, String name) {
        try {
            Method method = type.getMethod(name);
            Class<?> owner = method.getDeclaringClass();
            if (owner == Object.class || owner == Record.class || method.getReturnType() == void.class) {
                return Optional.empty();
            }
            method.setAccessible(true);
            return Optional.of(method);
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public String getNodeName() {
        return value.getClass().getSimpleName();
    }

    @Override
    public @Nullable TemplateNodeModel getParentNode() {
        return null;
    }

    @Override
    public @Nullable TemplateSequenceModel getChildNodes() {
        return null;
    }

    @Override
    public @Nullable String getNodeType() {
        return null;
    }

    @Override
    public @Nullable String getNodeNamespace() {
        return null;
    }
}
