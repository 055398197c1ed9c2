package dev.slipway.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an action takes and gives.
 *
 * @param action its name in lower case, without a version
 * @param inputs the inputs that any of its versions takes
 * @param required the inputs without which it fails
 * @param flags the inputs that are true or false
 * @param numbers the inputs that are whole numbers
 * @param former the inputs that the version of {@link ActionTable#standard} does not take
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax">Metadata syntax</a>
 */
public record ActionInterface(
        String action,
        List<String> inputs,
        List<String> required,
        List<String> flags,
        List<String> numbers,
        List<String> former,
        List<String> outputs) {
    private static final List<ActionInterface> KNOWN = FactFile.rows("action-interfaces.yml").stream()
            .map(row -> new ActionInterface(
                    row.one("action"),
                    row.all("inputs"),
                    row.all("required"),
                    row.all("flags"),
                    row.all("numbers"),
                    row.all("former"),
                    row.all("outputs")))
            .toList();
    private static final Map<String, ActionInterface> BY_ACTION = new HashMap<>();

    static {
        KNOWN.forEach(known -> BY_ACTION.putIfAbsent(known.action(), known));
    }

    public ActionInterface {
        inputs = List.copyOf(inputs);
        required = List.copyOf(required);
        flags = List.copyOf(flags);
        numbers = List.copyOf(numbers);
        former = List.copyOf(former);
        outputs = List.copyOf(outputs);
    }

    /** Those of the common actions. */
    public static List<ActionInterface> known() {
        return KNOWN;
    }

    /** The interface of an action, if it is one of the common ones. */
    public static Optional<ActionInterface> of(String action) {
        return Optional.ofNullable(BY_ACTION.get(action));
    }
}
