package dev.slipway.render;

import freemarker.core.Environment;
import freemarker.core.TemplateElement;
import freemarker.core._CoreAPI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where printing has arrived in a template.
 *
 * @param line from 1
 * @param column from 1
 */
@SuppressWarnings("deprecation") // the engine has no other way to tell
record TemplatePlace(int line, int column) {
    static final TemplatePlace START = new TemplatePlace(1, 1);

    /** The engine counts from 0 where a template ends too early. */
    TemplatePlace {
        line = Math.max(1, line);
        column = Math.max(1, column);
    }

    /** Where the current thread is in a template. */
    static TemplatePlace here(String template) {
        return of(template, Environment.getCurrentEnvironment());
    }

    /** The place of a thread in a template; the start if unknown. Another thread may ask. */
    static TemplatePlace of(String template, @Nullable Environment environment) {
        try {
            for (TemplateElement element : stack(environment)) {
                if (element.getTemplate().getName().equals(template)) {
                    return new TemplatePlace(element.getBeginLine(), element.getBeginColumn());
                }
            }
        } catch (RuntimeException changedMeanwhile) {
            return START;
        }
        return START;
    }

    /** How many directives the current thread is inside of. */
    static int depth() {
        return stack(Environment.getCurrentEnvironment()).length;
    }

    private static TemplateElement[] stack(@Nullable Environment environment) {
        return Optional.ofNullable(environment)
                .map(_CoreAPI::getInstructionStackSnapshot)
                .orElseGet(() -> new TemplateElement[0]);
    }
}
