package dev.slipway.schema;

import static dev.slipway.schema.JsonSchema.ordered;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a schema writes once and refers to. */
final class Definitions {
    /** Schemas that are worth a name, and the name. */
    private final Map<Map<String, Object>, String> named = new LinkedHashMap<>();

    private final Map<String, Object> definitions = new TreeMap<>();

    Map<String, Object> all() {
        return definitions;
    }

    /** A definition of another schema, and those that it refers to. */
    void add(String first, Map<String, Object> others) {
        List<String> waiting = new ArrayList<>(List.of(first));
        while (!waiting.isEmpty()) {
            String name = waiting.remove(0);
            Object definition = others.get(name);
            if (definitions.putIfAbsent(name, definition) == null) {
                Pattern.compile("#/\\$defs/([A-Za-z]+)")
                        .matcher(Json.write(definition))
                        .results()
                        .forEach(reference -> waiting.add(reference.group(1)));
            }
        }
    }

    /** Gives a shape a name, by which it is referred to wherever it is taken. */
    Map<String, Object> called(String name, Map<String, Object> shape) {
        named.putIfAbsent(shape, name.replaceAll("[^A-Za-z]+", "-").toLowerCase(Locale.ROOT));
        return shape;
    }

    Map<String, Object> referred(Map<String, Object> shape) {
        String name = named.get(shape);
        if (name == null) {
            return shape;
        }
        String unique = name;
        for (int i = 2; !definitions.getOrDefault(unique, shape).equals(shape); i++) {
            unique = name + "-" + i;
        }
        definitions.put(unique, shape);
        return ordered("$ref", "#/$defs/" + unique);
    }
}
