package dev.slipway.facts;

import dev.slipway.model.workflow.ActionRef;
import dev.slipway.source.Suggestion;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which version of each action a workflow uses.
 *
 * @param refs the action by its name, such as {@code actions/checkout}
 * @param overridden the actions whose version a config states itself
 * @param others those that no generated workflow uses: they are there for workflows from Java
 */
public record ActionTable(Map<String, ActionRef> refs, Set<String> overridden, Set<String> others) {
    public ActionTable {
        refs = Map.copyOf(refs);
        overridden = Set.copyOf(overridden);
        others = Set.copyOf(others);
    }

    /** The releases that this version of Slipway pins. */
    public static ActionTable standard() {
        return Standard.TABLE;
    }

    private static final class Standard {
        private static final ActionTable TABLE = read();
    }

    private static ActionTable read() {
        Map<String, ActionRef> refs = new LinkedHashMap<>();
        Set<String> others = new HashSet<>();
        for (FactFile.Row row : FactFile.rows("actions.yml")) {
            refs.put(row.name(), new ActionRef(row.name(), row.one("commit"), row.one("version")));
            row.maybe("for").ifPresent(java -> others.add(row.name()));
        }
        return new ActionTable(refs, Set.of(), others);
    }

    /** The same table, but for some actions the refs that a config asks for. */
    public ActionTable with(Map<String, ActionRef> overrides) {
        if (overrides.isEmpty()) {
            return this;
        }
        Map<String, ActionRef> merged = new LinkedHashMap<>(refs);
        merged.putAll(overrides);
        return new ActionTable(merged, overrides.keySet(), others);
    }

    /** The actions that generated workflows use. */
    public Set<String> generated() {
        Set<String> names = new HashSet<>(refs.keySet());
        names.removeAll(others);
        return names;
    }

    /** The version of an action; asking for one that the table lacks is a bug. */
    public ActionRef of(String name) {
        ActionRef ref = refs.get(name);
        if (ref == null) {
            throw new IllegalStateException("Slipway pins no version of '" + name + "': "
                    + Suggestion.nearest(name, refs.keySet())
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("name one with new ActionRef(…)"));
        }
        return ref;
    }
}
