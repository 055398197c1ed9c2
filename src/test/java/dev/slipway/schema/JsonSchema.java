package dev.slipway.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Schemas as values, and how several become one. */
@SuppressWarnings("unchecked")
final class JsonSchema {
    private static final List<String> TYPES =
            List.of("object", "string", "array", "number", "integer", "boolean", "null");

    private JsonSchema() {}

    /** A mapping with keys in that order. */
    static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /** One of a few words; those of true and false are written without quotes. */
    static Map<String, Object> words(List<String> words) {
        List<Object> values = new ArrayList<>();
        for (String word : words) {
            values.add(word.equals("true") || word.equals("false") ? (Object) Boolean.valueOf(word) : word);
        }
        return ordered("enum", values);
    }

    /** Shapes for different types of JSON in one; others are alternatives. */
    static Map<String, Object> either(List<Map<String, Object>> shapes) {
        Set<String> types = new LinkedHashSet<>();
        Map<String, Object> merged = new LinkedHashMap<>();
        merged.put("type", List.of());
        for (Map<String, Object> shape : shapes) {
            Object type = shape.get("type");
            List<String> own = type instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : type == null ? List.of() : List.of(String.valueOf(type));
            boolean apart = !own.isEmpty() && own.stream().allMatch(types::add);
            boolean fits = shape.keySet().stream()
                    .filter(key -> !key.equals("type"))
                    .allMatch(key -> merged.putIfAbsent(key, shape.get(key)) == null);
            if (!apart || !fits) {
                return ordered("anyOf", flat(shapes));
            }
        }
        merged.put(
                "type",
                types.stream()
                        .sorted((left, right) -> TYPES.indexOf(left) - TYPES.indexOf(right))
                        .toList());
        return merged;
    }

    private static List<Object> flat(List<Map<String, Object>> shapes) {
        List<Object> flat = new ArrayList<>();
        for (Map<String, Object> shape : shapes) {
            if (shape.keySet().equals(Set.of("anyOf"))) {
                flat.addAll((List<Object>) shape.get("anyOf"));
            } else {
                flat.add(shape);
            }
        }
        return flat;
    }
}
