package dev.slipway.read;

import dev.slipway.model.expression.ExpressionReader;
import dev.slipway.model.expression.Template;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a workflow says, whichever way it is written: two texts with the same meaning are equal here. */
final class Meaning {
    /** Keys whose mapping may be omitted if it would have only one key. */
    private static final Map<String, String> SHORT = Map.of(
            "container", "image",
            "environment", "name",
            "concurrency", "group",
            "runs-on", "labels",
            "snapshot", "image-name");

    /** Keys of a list of which a single item may stand alone. */
    private static final Set<String> LISTS = Set.of(
            "needs",
            "labels",
            "branches",
            "branches-ignore",
            "tags",
            "tags-ignore",
            "paths",
            "paths-ignore",
            "types",
            "workflows",
            "wait",
            "options");

    /** Keys that mean nothing if they are empty. */
    private static final Set<String> MEANINGLESS =
            Set.of("with", "env", "inputs", "required", "defaults", "outputs", "services", "options", "needs");

    private Meaning() {}

    static Object of(String yaml) {
        Map<Object, Object> root = new TreeMap<>();
        ((Map<?, ?>) plain("", YamlReader.read(new SourceText("workflow.yml", yaml)))).forEach(root::put);
        root.computeIfPresent("on", (key, on) -> triggers(on));
        root.remove("name");
        return root;
    }

    private static Object triggers(Object on) {
        Map<Object, Object> all = new TreeMap<>();
        if (on instanceof Map<?, ?> map) {
            map.forEach((name, value) -> all.put(name, value.equals("") ? Map.of() : value));
        } else {
            (on instanceof List<?> list ? list : List.of(on)).forEach(name -> all.put(name, Map.of()));
        }
        return all;
    }

    private static Object plain(String key, Node node) {
        return node.fold(
                mapping -> {
                    Map<String, Object> map = new LinkedHashMap<>();
                    mapping.entries().forEach((name, entry) -> {
                        Object value = written(name, plain(name, entry.value()));
                        boolean nothing = value.equals("") || value.equals(Map.of()) || value.equals(List.of());
                        boolean usual = Set.of("required", "background").contains(name) && value.equals(false)
                                || name.equals("type") && value.equals("string");
                        boolean silent = usual || nothing && MEANINGLESS.contains(name);
                        if (!silent) {
                            map.put(name, value);
                        }
                    });
                    return map;
                },
                sequence -> sequence.items().stream().map(it -> plain("", it)).toList(),
                scalar -> scalar(key, scalar));
    }

    private static Object written(String key, Object value) {
        Object listed = LISTS.contains(key) && !(value instanceof List) && !value.equals("") ? List.of(value) : value;
        if (!SHORT.containsKey(key) || listed instanceof Map) {
            return listed;
        }
        String main = SHORT.get(key);
        return Map.of(main, main.equals("labels") && !(listed instanceof List) ? List.of(listed) : listed);
    }

    private static Object scalar(String key, Node.Scalar scalar) {
        if (key.equals("if")) {
            return condition(scalar.text().strip());
        }
        return switch (scalar.type()) {
            case TEXT -> text(scalar.text());
            case INTEGER -> Long.decode(scalar.text().replace("0o", "0"));
            case BOOLEAN -> Boolean.valueOf(scalar.text());
            case NULL -> key.equals("permissions") ? Map.of() : "";
            case FLOAT -> Double.valueOf(scalar.text());
        };
    }

    private static String condition(String text) {
        Template template = Template.of(text);
        return ExpressionReader.read(
                        template.isSingle() ? template.codes().get(0).source() : text)
                .source();
    }

    private static String text(String text) {
        StringBuilder result = new StringBuilder();
        int done = 0;
        for (Template.Code code : Template.of(text).codes()) {
            result.append(text, done, code.start())
                    .append("${{ ")
                    .append(ExpressionReader.read(code.source()).source())
                    .append(" }}");
            done = code.end();
        }
        return result.append(text.substring(done)).toString();
    }
}
