package dev.slipway;

import dev.slipway.blueprint.FormulaFacts;
import dev.slipway.blueprint.InstallerFacts;
import dev.slipway.blueprint.ReleasePage;
import dev.slipway.blueprint.WingetFacts;
import dev.slipway.model.docker.Dockerfile;
import dev.slipway.model.docker.Dockerignore;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.page.PlanPage;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The records that a template can come to from what it is given, ours or a project's own: by components, by methods
 * without parameters, and by the kinds of a sealed type.
 */
final class TemplateRecords {
    private static final List<Class<? extends Record>> GIVEN = List.of(
            Workflow.class,
            Dockerfile.class,
            Dockerignore.class,
            ReleasePage.class,
            InstallerFacts.class,
            FormulaFacts.class,
            WingetFacts.class,
            PlanPage.class);

    private final Set<String> texts;
    private final Set<Class<?>> seen = new HashSet<>();
    private final SortedSet<String> names = new TreeSet<>();

    TemplateRecords(Set<String> texts) {
        this.texts = texts;
        GIVEN.forEach(this::enter);
    }

    SortedSet<String> names() {
        return names;
    }

    private void enter(Type type) {
        if (type instanceof Class<?> raw) {
            enterClass(raw);
        } else if (type instanceof ParameterizedType generic) {
            enter(generic.getRawType());
            List.of(generic.getActualTypeArguments()).forEach(this::enter);
        } else if (type instanceof WildcardType wildcard) {
            List.of(wildcard.getUpperBounds()).forEach(this::enter);
        } else if (type instanceof GenericArrayType array) {
            enter(array.getGenericComponentType());
        }
    }

    private void enterClass(Class<?> type) {
        if (!type.getName().startsWith("dev.slipway.") || texts.contains(type.getName()) || !seen.add(type)) {
            return;
        }
        if (type.isSealed()) {
            List.of(type.getPermittedSubclasses()).forEach(this::enter);
        }
        if (!type.isRecord()) {
            return;
        }
        names.add(type.getName());
        for (Method method : type.getMethods()) {
            if (method.getParameterCount() == 0 && method.getDeclaringClass() != Object.class) {
                enter(method.getGenericReturnType());
            }
        }
    }
}
