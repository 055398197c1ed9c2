package dev.slipway.run.local.artifact;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a step gives to an action, read as JavaScript actions read it: names without case, values without surrounding
 * space. A default applies only if a step does not set the input; an empty value is a value.
 *
 * @see <a href="https://github.com/actions/toolkit/tree/main/packages/core">@actions/core</a>
 */
record StepInputs(Map<String, String> given) {
    StepInputs {
        Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        names.putAll(given);
        given = Collections.unmodifiableMap(names);
    }

    String text(String name, String otherwise) {
        return given.getOrDefault(name, otherwise).strip();
    }

    boolean has(String name) {
        return !text(name, "").isEmpty();
    }

    /** The value, which must not be empty. */
    String required(String name) {
        if (!has(name)) {
            throw new ActionFailed("the input '" + name + "' is missing or empty: give it a value");
        }
        return text(name, "");
    }

    boolean flag(String name, boolean otherwise) {
        String value = text(name, String.valueOf(otherwise));
        return switch (value) {
            case "true", "True", "TRUE" -> true;
            case "false", "False", "FALSE" -> false;
            default ->
                throw new ActionFailed(
                        "the input '" + name + "' is '" + value + "': write true or false (True, TRUE, False, FALSE)");
        };
    }

    /** The digits that the value starts with, so that {@code 6 days} is 6. */
    int number(String name, int otherwise) {
        String value = text(name, "");
        if (value.isEmpty()) {
            return otherwise;
        }
        int end = value.startsWith("-") || value.startsWith("+") ? 1 : 0;
        while (end < value.length() && value.charAt(end) >= '0' && value.charAt(end) <= '9') {
            end++;
        }
        try {
            return Integer.parseInt(value.substring(0, end));
        } catch (NumberFormatException none) {
            throw new ActionFailed("the input '" + name + "' is '" + value + "': write a number");
        }
    }
}
