package dev.slipway.schema;

import dev.slipway.Toolchains;
import dev.slipway.config.BuildGrammars;
import dev.slipway.config.CiGrammars;
import dev.slipway.config.ConfigReader;
import dev.slipway.config.Grammar;
import dev.slipway.config.ProjectGrammars;
import dev.slipway.config.Shape;
import dev.slipway.facts.ActionTable;
import dev.slipway.model.workflow.Scope;
import dev.slipway.source.CronFields;
import dev.slipway.toolchain.Target;
import dev.slipway.toolchain.rust.Rust;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes the schema of a {@code slipway.yml}: what it takes comes from the reader of the config, and what people read about
 * a key from {@code schemas/slipway.keys.yml}.
 */
@SuppressWarnings("unchecked")
final class SchemaWriter {
    private static final String ADDRESS =
            "https://raw.githubusercontent.com/slipway-dev/slipway/main/schemas/slipway.schema.json";
    private static final List<String> TYPES =
            List.of("object", "string", "array", "number", "integer", "boolean", "null");

    /** Characters that no text may hold, and that a grammar that takes nearly every character does not list. */
    private static final String UNSEEN =
            "[\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb]";

    private final Map<String, Map<String, Object>> keys;
    private final Map<String, Object> workflow;
    private final Map<String, Offer> offers;
    /** What is written once and referred to, by what it is called. */
    private final Map<Map<String, Object>, String> named = new LinkedHashMap<>();

    private final Map<String, Object> definitions = new TreeMap<>();

    /**
     * @param keys the description, the default and examples of each key, by its path
     * @param workflow the definitions of the schema of workflows
     * @param offers what each toolchain has, by its key
     */
    SchemaWriter(Map<String, Map<String, Object>> keys, Map<String, Object> workflow, Map<String, Offer> offers) {
        this.keys = keys;
        this.workflow = workflow;
        this.offers = offers;
    }

    /**
     * What a toolchain has.
     *
     * @param triples whether it has other names for targets than the words that all have
     * @param jobs the words of {@code ci.jobs}
     */
    record Offer(boolean triples, List<String> jobs) {}

    private static final Map<String, Object> EXTENDS = Map.of("required", List.of("extends"));

    /** The schema, and all keys that it has, by their paths. */
    record Written(String text, Map<String, Shape> paths) {}

    Written write() {
        definitions.putAll(definitions("job"));
        Shape.Keys root = ConfigReader.shape(Toolchains.READERS);
        Map<String, Shape> paths = new LinkedHashMap<>();
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", ADDRESS);
        schema.put("title", "slipway.yml");
        schema.put(
                "description",
                "The release of a project. Slipway turns it into workflows for GitHub Actions, a Dockerfile and a .dockerignore.");
        schema.put(
                "$comment",
                "Written by SchemaTest from the reader of the config and slipway.keys.yml: change those, not this file.");
        schema.putAll(shape(root, "", paths));
        List<Object> rules = new ArrayList<>();
        rules.add(ordered("if", Map.of("not", EXTENDS), "then", Map.of("required", schema.get("required"))));
        schema.remove("required"); // a file that another one extends may have it
        rules.addAll(oneToolchain());
        schema.put("allOf", rules);
        schema.put("$defs", definitions);
        return new Written(Json.write(schema), paths);
    }

    /** One of the toolchains, and one alone; in words that a person can read where the editor shows them. */
    private List<Object> oneToolchain() {
        List<String> toolchains = List.copyOf(Toolchains.READERS.keySet());
        String all = String.join(", ", toolchains.subList(0, toolchains.size() - 1)) + " or "
                + toolchains.get(toolchains.size() - 1);
        List<Object> rules = new ArrayList<>();
        List<Object> present = toolchains.stream()
                .<Object>map(key -> Map.of("required", List.of(key)))
                .toList();
        List<Object> presentOrExtended = new ArrayList<>(present);
        presentOrExtended.add(EXTENDS);
        rules.add(ordered(
                "if",
                Map.of("not", Map.of("anyOf", presentOrExtended)),
                "then",
                ordered(
                        "required",
                        List.of(toolchains.get(0)),
                        "errorMessage",
                        "no toolchain: add one of " + all + ", such as 'rust: {}'")));
        for (int i = 1; i < toolchains.size(); i++) {
            String key = toolchains.get(i);
            rules.add(ordered(
                    "if",
                    Map.of("anyOf", present.subList(0, i)),
                    "then",
                    ordered(
                            "properties",
                            ordered(key, false),
                            "errorMessage",
                            "only one toolchain is allowed: keep the one that builds the programs")));
        }
        offers.forEach((toolchain, offer) -> rules.add(
                ordered("if", Map.of("required", List.of(toolchain)), "then", ordered("properties", special(offer)))));
        return rules;
    }

    /** What one toolchain has, of the words that all of them have together. */
    private static Map<String, Object> special(Offer offer) {
        Map<String, Object> special = new LinkedHashMap<>();
        if (!offer.triples()) {
            Map<String, Object> word = target();
            Map<String, Object> target = ordered("type", "object", "properties", ordered("target", word));
            Map<String, Object> list = ordered("type", "array", "items", ordered("anyOf", List.of(word, target)));
            special.put("targets", ordered("anyOf", List.of(word, target, list)));
        }
        Map<String, Object> job = words(offer.jobs());
        job.put("errorMessage", "unknown job: write one of " + String.join(", ", offer.jobs()));
        Map<String, Object> jobs = ordered("anyOf", List.of(job, ordered("type", "array", "items", job)));
        special.put("ci", ordered("properties", ordered("jobs", jobs)));
        return special;
    }

    /** A definition of the schema of workflows, and those that it refers to. */
    private Map<String, Object> definitions(String first) {
        Map<String, Object> found = new LinkedHashMap<>();
        List<String> waiting = new ArrayList<>(List.of(first));
        while (!waiting.isEmpty()) {
            String name = waiting.remove(0);
            Object definition = workflow.get(name);
            if (found.putIfAbsent(name, definition) == null) {
                Pattern.compile("#/\\$defs/([A-Za-z]+)")
                        .matcher(Json.write(definition))
                        .results()
                        .forEach(reference -> waiting.add(reference.group(1)));
            }
        }
        return found;
    }

    private Map<String, Object> shape(Shape shape, String path, Map<String, Shape> paths) {
        Optional<Map<String, Object>> known = ofOtherRooms(shape, path, paths);
        if (known.isPresent()) {
            return known.get();
        }
        if (shape instanceof Shape.Text text) {
            return called(text.grammar().noun(), text(text.grammar(), text.flags()));
        }
        if (shape instanceof Shape.Flag flag) {
            return flag.only().map(only -> ordered("const", (Object) only)).orElseGet(() -> ordered("type", "boolean"));
        }
        if (shape instanceof Shape.Words words) {
            return words(words.words());
        }
        if (shape instanceof Shape.Items items) {
            Map<String, Object> item = shape(items.item(), path, paths);
            Map<String, Object> list = ordered("type", "array", "items", referred(item));
            if (!items.empty()) {
                list.put("minItems", 1);
            }
            if (!items.twins()) {
                list.put("uniqueItems", true);
            }
            Map<String, Object> either = either(List.of(item, list));
            if (items.item() instanceof Shape.Text text) {
                String some = items.empty() ? "-or-none" : items.twins() ? "-of-a-script" : "";
                called(text.grammar().plural() + some, either);
            }
            return either;
        }
        if (shape instanceof Shape.Named named) {
            return ordered(
                    "type",
                    "object",
                    "propertyNames",
                    text(named.names(), false).entrySet().stream()
                            .filter(entry -> !entry.getKey().equals("type"))
                            .collect(
                                    LinkedHashMap::new,
                                    (map, entry) -> map.put(entry.getKey(), entry.getValue()),
                                    Map::putAll),
                    "additionalProperties",
                    referred(shape(named.value(), path + ".*", paths)));
        }
        if (shape instanceof Shape.Keys inner) {
            return keys(inner, path, paths);
        }
        if (shape instanceof Shape.Choice choice) {
            return either(
                    choice.shapes().stream().map(one -> shape(one, path, paths)).toList());
        }
        return shape instanceof Shape.Nothing ? ordered("type", "null") : ordered();
    }

    private Map<String, Object> keys(Shape.Keys inner, String path, Map<String, Shape> paths) {
        Map<String, Object> properties = new LinkedHashMap<>();
        inner.keys().forEach((key, value) -> {
            String longer = path.isEmpty() ? key : path + "." + key;
            paths.put(longer, value);
            properties.put(key, described(longer, shape(value, longer, paths)));
        });
        Map<String, Object> result = ordered("type", "object", "additionalProperties", false);
        if (!inner.required().isEmpty()) {
            result.put("required", new ArrayList<>(new TreeSet<>(inner.required())));
        }
        result.put("properties", properties);
        return result;
    }

    /**
     * With what people read. Editors offer each example as a value: one that is a list or a mapping goes under a label that
     * looks as it is written, for they have no text for it.
     */
    private Map<String, Object> described(String path, Map<String, Object> schema) {
        Map<String, Object> about = keys.getOrDefault(path, Map.of());
        Map<String, Object> result = new LinkedHashMap<>();
        List<Object> examples = (List<Object>) about.getOrDefault("examples", List.of());
        result.put("description", about.getOrDefault("description", ""));
        result.putAll(referred(schema));
        if (about.containsKey("default")) {
            result.put("default", about.get("default"));
        }
        List<Object> plain = examples.stream().filter(SchemaWriter::isPlain).toList();
        List<Object> others = examples.stream().filter(it -> !isPlain(it)).toList();
        if (!plain.isEmpty()) {
            result.put("examples", plain);
        }
        if (!others.isEmpty()) {
            result.put(
                    "defaultSnippets",
                    others.stream()
                            .map(example -> ordered("label", Json.flow(example), "body", example))
                            .toList());
        }
        return result;
    }

    /** Gives a shape a name, by which it is referred to wherever it is taken. */
    private Map<String, Object> called(String name, Map<String, Object> shape) {
        named.putIfAbsent(shape, name.replaceAll("[^A-Za-z]+", "-").toLowerCase(Locale.ROOT));
        return shape;
    }

    private Map<String, Object> referred(Map<String, Object> shape) {
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

    private static boolean isPlain(Object example) {
        return !(example instanceof Map || example instanceof List);
    }

    /** What the rooms behind the reader know: the words of targets, jobs, permissions and actions. */
    private Optional<Map<String, Object>> ofOtherRooms(Shape shape, String path, Map<String, Shape> paths) {
        if (shape instanceof Shape.Foreign) {
            return Optional.of(ordered(
                    "type",
                    "object",
                    "propertyNames",
                    names(CiGrammars.JOB),
                    "additionalProperties",
                    ordered(
                            "$ref",
                            "#/$defs/job",
                            "anyOf",
                            List.of(Map.of("required", List.of("steps")), Map.of("required", List.of("uses"))))));
        }
        if (shape instanceof Shape.Text text && text.grammar() == CiGrammars.CRON) {
            Map<String, Object> cron = text(text.grammar(), false);
            cron.put("pattern", "^(" + CronFields.pattern() + ")$");
            return Optional.of(called("schedule", cron));
        }
        if (shape instanceof Shape.Text text && text.grammar() == ProjectGrammars.LICENSE) {
            Map<String, Object> license = text(text.grammar(), false);
            String name = "\\(*[A-Za-z0-9.+-]+\\)*";
            license.put("type", "string");
            license.put("pattern", "^" + name + "( (AND|OR|WITH) " + name + ")*$");
            return Optional.of(license);
        }
        if (path.equals("hashes") && shape instanceof Shape.Items items && items.item() instanceof Shape.Words words) {
            Map<String, Object> list = ordered(
                    "type",
                    "array",
                    "items",
                    words(words.words()),
                    "contains",
                    ordered("const", "sha256"),
                    "uniqueItems",
                    true,
                    "errorMessage",
                    "add sha256: installers and package managers verify it");
            return Optional.of(ordered("anyOf", List.of(words(List.of("sha256")), list)));
        }
        if (shape instanceof Shape.Text text
                && text.grammar() == BuildGrammars.TARGET
                && path.startsWith("targets")
                && !path.endsWith("as")) {
            return Optional.of(ordered(
                    "anyOf", List.of(target(), referred(called("triple", text(Rust.TRIPLE, false))))));
        }
        if (shape instanceof Shape.Named named && named.names() == BuildGrammars.TARGET) {
            return Optional.of(named(
                    Target.allWords(),
                    word -> about(
                            "What the command calls " + word + ".",
                            referred(shape(named.value(), path + ".*", paths)))));
        }
        if (shape instanceof Shape.Named named && named.names() == CiGrammars.SCOPE) {
            return Optional.of(named(
                    Scope.KNOWN.stream().map(Scope::name).toList(),
                    word -> about("The permission '" + word + "' of the token.", words(levels(word)))));
        }
        if (shape instanceof Shape.Named named && named.names() == ProjectGrammars.ACTION) {
            return Optional.of(named(
                    ActionTable.standard().refs().keySet().stream().sorted().toList(),
                    action -> about(
                            "The version of " + action + ": a commit or a tag.",
                            referred(shape(named.value(), path + ".*", paths)))));
        }
        return Optional.empty();
    }

    private static Map<String, Object> named(
            List<String> names, java.util.function.Function<String, Map<String, Object>> value) {
        Map<String, Object> properties = new LinkedHashMap<>();
        names.forEach(name -> properties.put(name, value.apply(name)));
        return ordered("type", "object", "additionalProperties", false, "properties", properties);
    }

    private static List<String> levels(String scope) {
        return new Scope(scope)
                .levels().stream().filter(level -> !level.equals("none")).toList();
    }

    private static Map<String, Object> target() {
        Map<String, Object> target = words(Target.allWords());
        target.put("errorMessage", "unknown target: write a system and an architecture, such as 'linux-amd64'");
        return target;
    }

    private static Map<String, Object> about(String description, Map<String, Object> shape) {
        Map<String, Object> result = ordered("description", description);
        result.putAll(shape);
        return result;
    }

    private static Map<String, Object> words(List<String> words) {
        List<Object> values = new ArrayList<>();
        for (String word : words) {
            values.add(word.equals("true") || word.equals("false") ? (Object) Boolean.valueOf(word) : word);
        }
        return ordered("enum", values);
    }

    private static Map<String, Object> names(Grammar grammar) {
        Map<String, Object> names = text(grammar, false);
        names.remove("type");
        return names;
    }

    /** A text, and the numbers that are one as they are written. */
    static Map<String, Object> text(Grammar grammar, boolean flags) {
        if (Stream.of(grammar.pattern().split("\\|")).allMatch(word -> word.matches("[a-z-]+"))) {
            return words(List.of(grammar.pattern().split("\\|")));
        }
        List<String> types = new ArrayList<>(List.of("string"));
        Map<String, Object> result = new LinkedHashMap<>();
        Pattern pattern = Pattern.compile(grammar.pattern());
        boolean twoOnly =
                pattern.matcher("2.17").matches() && !pattern.matcher("1.5").matches();
        boolean fractions =
                pattern.matcher("1.5").matches() || pattern.matcher("2.17").matches();
        Optional<Long> whole = Stream.of(1L, 17L, 8080L)
                .filter(number -> takes(grammar, pattern, number))
                .findFirst();
        if (fractions || whole.isPresent()) {
            types.add(fractions ? "number" : "integer");
        }
        if (twoOnly && !pattern.matcher("3.1").matches()) {
            result.put("exclusiveMinimum", 2);
            result.put("exclusiveMaximum", 3);
        }
        if (flags && pattern.matcher("true").matches()) {
            types.add("boolean");
        }
        result.put("type", types.size() == 1 ? types.get(0) : types);
        whole.ifPresent(number -> {
            long least = edge(grammar, pattern, number, -1);
            long most = edge(grammar, pattern, number, 1_000_000_000_000L);
            if (!fractions && least > -1) {
                result.put("minimum", least);
            }
            if (!fractions && most < 1_000_000_000L) {
                result.put("maximum", most);
            }
        });
        result.put("maxLength", grammar.longest());
        result.put("pattern", anchored(grammar, pattern));
        result.put(
                "patternErrorMessage",
                "invalid " + grammar.noun() + ": " + "write " + grammar.words() + ", such as '" + grammar.example()
                        + "'");
        return result;
    }

    private static boolean takes(Grammar grammar, Pattern pattern, long number) {
        String text = Long.toString(number);
        return text.length() <= grammar.longest() && pattern.matcher(text).matches();
    }

    /** The number nearest to the other that is still taken, where those that are taken follow each other. */
    private static long edge(Grammar grammar, Pattern pattern, long taken, long other) {
        long inside = taken;
        long outside = other;
        if (takes(grammar, pattern, outside)) {
            return outside;
        }
        while (Math.abs(outside - inside) > 1) {
            long middle = (inside + outside) / 2;
            if (takes(grammar, pattern, middle)) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return inside;
    }

    private static String anchored(Grammar grammar, Pattern pattern) {
        String example = grammar.example();
        boolean expressions = pattern.matcher("${{ a }}" + example).matches()
                || pattern.matcher(example + "${{ a }}").matches();
        boolean unseen = pattern.matcher(example + "\u200b").matches()
                || pattern.matcher("\u200b" + example).matches();
        String never = expressions && unseen
                ? "(?!.*(\\$\\{\\{|" + UNSEEN + "))"
                : expressions ? "(?!.*\\$\\{\\{)" : unseen ? "(?!.*" + UNSEEN + ")" : "";
        return "^" + never + "(" + grammar.pattern() + ")$";
    }

    /** Shapes for different types of JSON in one; others are alternatives. */
    private static Map<String, Object> either(List<Map<String, Object>> shapes) {
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

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
