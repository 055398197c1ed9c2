package dev.slipway.detect.image;

import dev.slipway.shell.Symbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a file describes that Docker builds several images from: a bake file, or one of Compose.
 *
 * @param targets what it builds, by name, with the texts of each key, in which variables are open
 * @param groups which targets go by one name
 * @param variables what they are if nobody sets them
 */
record BuildFile(
        Map<String, Map<String, List<String>>> targets,
        Map<String, List<String>> groups,
        Map<String, String> variables) {
    static final BuildFile NONE = new BuildFile(Map.of(), Map.of(), Map.of());

    /** What people mean who name no target. */
    static final String DEFAULT = "default";

    private static final int DEEPEST = 10;

    /** More rows than any honest matrix has. */
    private static final int MOST = 100;

    /** Before each key of a group of values in a matrix, as one text. */
    private static final String KEY = "\u001F";

    /** A group of values, such as a row of a matrix has them. */
    static String grouped(Map<String, List<String>> keys) {
        return keys.entrySet().stream()
                .map(key -> KEY + key.getKey() + "="
                        + key.getValue().stream().findFirst().orElse(""))
                .collect(Collectors.joining());
    }

    /** The same with another file, which has the last word. */
    BuildFile and(BuildFile other) {
        Map<String, Map<String, List<String>>> all = new LinkedHashMap<>(targets);
        other.targets.forEach((name, keys) -> all.merge(name, keys, (first, second) -> {
            Map<String, List<String>> both = new TreeMap<>(first);
            both.putAll(second);
            return both;
        }));
        Map<String, List<String>> grouped = new LinkedHashMap<>(groups);
        grouped.putAll(other.groups);
        Map<String, String> known = new LinkedHashMap<>(variables);
        known.putAll(other.variables);
        return new BuildFile(all, grouped, known);
    }

    /** The same with one target for each row of a matrix, all of which go by the name of the target that has it. */
    BuildFile spread() {
        Map<String, Map<String, List<String>>> all = new LinkedHashMap<>();
        Map<String, List<String>> grouped = new LinkedHashMap<>(groups);
        targets.forEach((name, keys) -> {
            List<Map<String, String>> rows = rows(keys.getOrDefault("matrix", List.of()));
            if (rows.isEmpty()) {
                all.put(name, keys);
                return;
            }
            List<String> names = new ArrayList<>();
            rows.forEach(row -> {
                String own = name + "-" + String.join("-", row.values()).replace(KEY, "-");
                names.add(own);
                all.put(own, filled(keys, row));
            });
            grouped.put(name, names);
        });
        return new BuildFile(all, grouped, variables);
    }

    /** Every combination of the values of a matrix; none if one of them is unknown, or if there are too many. */
    private static List<Map<String, String>> rows(List<String> matrix) {
        Map<String, List<String>> axes = new LinkedHashMap<>();
        matrix.forEach(pair -> axes.computeIfAbsent(pair.replaceFirst("=.*", ""), any -> new ArrayList<>())
                .add(pair.substring(pair.indexOf('=') + 1)));
        List<Map<String, String>> rows = new ArrayList<>();
        for (Map.Entry<String, List<String>> axis : axes.entrySet()) {
            List<Map<String, String>> before = rows.isEmpty() ? List.of(Map.of()) : List.copyOf(rows);
            if (before.size() * axis.getValue().size() > MOST || axis.getValue().contains(Symbols.UNKNOWN)) {
                return List.of();
            }
            rows.clear();
            before.forEach(row -> axis.getValue().forEach(value -> {
                Map<String, String> more = new LinkedHashMap<>(row);
                more.put(axis.getKey(), value);
                rows.add(more);
            }));
        }
        return rows;
    }

    private static Map<String, List<String>> filled(Map<String, List<String>> keys, Map<String, String> row) {
        Map<String, String> said = new LinkedHashMap<>();
        row.forEach((axis, value) -> {
            if (value.startsWith(KEY)) {
                for (String pair : value.substring(1).split(KEY)) {
                    said.put(axis + "." + pair.replaceFirst("=.*", ""), pair.substring(pair.indexOf('=') + 1));
                }
            } else {
                said.put(axis, value);
            }
        });
        Map<String, List<String>> own = new TreeMap<>();
        keys.forEach((key, values) -> own.put(
                key,
                values.stream()
                        .map(value -> {
                            String text = said.getOrDefault(value, value);
                            for (Map.Entry<String, String> axis : said.entrySet()) {
                                text = text.replace("${" + axis.getKey() + "}", axis.getValue());
                            }
                            return text;
                        })
                        .toList()));
        own.remove("matrix");
        return own;
    }

    /** The targets that some names mean; all of them if a name is known only during a run, or means nothing. */
    Set<String> named(List<String> names) {
        Set<String> found = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(names.isEmpty() ? List.of(DEFAULT) : names);
        Set<String> seen = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            String name = open.remove(0);
            if (!seen.add(name)) {
                continue;
            }
            if (groups.containsKey(name)) {
                open.addAll(groups.get(name));
            } else if (targets.containsKey(name)) {
                found.add(name);
            }
        }
        return found.isEmpty() ? targets.keySet() : found;
    }

    /** What is said of a target, by itself or by those that it inherits from. */
    Map<String, List<String>> target(String name) {
        return target(name, 0);
    }

    private Map<String, List<String>> target(String name, int depth) {
        Map<String, List<String>> own = targets.getOrDefault(name, Map.of());
        Map<String, List<String>> all = new TreeMap<>();
        if (depth < DEEPEST) {
            own.getOrDefault("inherits", List.of()).forEach(parent -> all.putAll(target(parent, depth + 1)));
        }
        all.putAll(own);
        return all;
    }
}
