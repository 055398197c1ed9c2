package dev.slipway.read;

import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Value;
import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import dev.slipway.source.Span;
import dev.slipway.source.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The keys of a mapping of a workflow, asked for one by one; one that nobody asked for is a problem. */
final class Keys {
    private static final Node.Mapping NOTHING = new Node.Mapping(Map.of(), Span.START);

    private final Node.Mapping mapping;
    private final Pointer where;
    private final List<Problem> problems;
    private final ScalarReader scalars;
    private final Set<String> known = new LinkedHashSet<>();

    private Keys(Node.Mapping mapping, Pointer where, List<Problem> problems) {
        this.mapping = mapping;
        this.where = where;
        this.problems = problems;
        this.scalars = new ScalarReader(problems);
    }

    /** Reads a mapping whole: nothing in it may be left over. */
    static <T> T read(Node node, Pointer where, List<Problem> problems, Function<Keys, T> reader) {
        boolean wrong = node.fold(mapping -> false, sequence -> true, scalar -> scalar.type() != Node.Scalar.Type.NULL);
        // of a value that is no mapping, only that is reported
        Keys keys = new Keys(mapping(node, where, problems), where, wrong ? new ArrayList<>() : problems);
        T result = reader.apply(keys);
        keys.noOthers();
        return result;
    }

    private static Node.Mapping mapping(Node node, Pointer where, List<Problem> problems) {
        return node.fold(
                Function.identity(),
                sequence -> mismatch(sequence, where, problems),
                scalar -> scalar.type() == Node.Scalar.Type.NULL ? NOTHING : mismatch(scalar, where, problems));
    }

    private static Node.Mapping mismatch(Node node, Pointer where, List<Problem> problems) {
        boolean run =
                node instanceof Node.Scalar scalar && scalar.text().strip().startsWith("${{");
        problems.add(
                run
                        ? Problem.at(
                                where,
                                "expected a mapping, found an expression, whose keys are known only during a run")
                        : Problem.at(
                                where,
                                "expected a mapping, found " + node.kind(),
                                "write its keys below it, indented"));
        return NOTHING;
    }

    private void noOthers() {
        for (String key : mapping.entries().keySet()) {
            if (!known.contains(key)) {
                report(
                        at(key).key(),
                        "unknown key " + Quote.of(key),
                        Suggestion.nearest(key, known)
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("the keys here are " + String.join(", ", known)));
            }
        }
    }

    void report(Pointer place, String message, String help) {
        problems.add(Problem.at(place, message, help));
    }

    Pointer at(String key) {
        return where.child(key);
    }

    Pointer here() {
        return where;
    }

    /** Whether a key is there, without asking for it. */
    boolean contains(String key) {
        return mapping.child(key).isPresent();
    }

    /** Reports a key, if it is there, as one that cannot be. */
    void refuse(String key, String message, String help) {
        if (contains(key)) {
            known.add(key);
            report(at(key).key(), message, help);
        }
    }

    boolean has(String key) {
        return node(key).isPresent();
    }

    Optional<Node> node(String key) {
        known.add(key);
        return mapping.child(key);
    }

    /** Every key, whatever its name. */
    <T> Map<String, T> each(BiFunction<Node, Pointer, T> reader) {
        Map<String, T> all = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> {
            known.add(key);
            all.put(key, reader.apply(entry.value(), at(key)));
        });
        return all;
    }

    Optional<Text> text(String key) {
        return node(key).map(node -> scalars.text(node, at(key)));
    }

    /** Text in which no expression can stand. */
    Optional<String> word(String key) {
        return node(key).flatMap(node -> scalars.scalar(node, at(key))).map(Node.Scalar::text);
    }

    Optional<Value> value(String key) {
        return node(key).map(node -> scalars.value(node, at(key)));
    }

    Optional<Expr<Boolean>> condition(String key) {
        return node(key).flatMap(node -> scalars.condition(node, at(key)));
    }

    boolean flag(String key) {
        return word(key).map("true"::equals).orElse(false);
    }

    /** A value that is an expression and nothing else. */
    Optional<Expr<Object>> computed(String key) {
        return node(key).flatMap(node -> scalars.expression(node, at(key))).map(Expr::new);
    }

    /** A list, of which a single item may stand alone. */
    <T> List<T> items(String key, BiFunction<Node, Pointer, T> reader) {
        return node(key).map(node -> items(node, at(key), reader)).orElse(List.of());
    }

    static <T> List<T> items(Node node, Pointer place, BiFunction<Node, Pointer, T> reader) {
        List<T> items = new ArrayList<>();
        node.fold(
                mapping -> items.add(reader.apply(mapping, place)),
                sequence -> {
                    sequence.items().forEach(item -> items.add(reader.apply(item, place.child(items.size()))));
                    return true;
                },
                scalar -> scalar.type() != Node.Scalar.Type.NULL && items.add(reader.apply(scalar, place)));
        return items;
    }

    List<Text> texts(String key) {
        return items(key, scalars::text);
    }

    List<String> plainTexts(String key) {
        return items(
                key,
                (node, place) ->
                        scalars.scalar(node, place).map(Node.Scalar::text).orElse(""));
    }

    Map<String, Value> values(String key) {
        return nested(key, keys -> keys.each(scalars::value)).orElse(Map.of());
    }

    /** Values in a list; a single one may stand alone. */
    List<Value> values(Node node, Pointer place) {
        return items(node, place, scalars::value);
    }

    /** Mappings in a list. */
    List<Map<String, Value>> rows(String key) {
        return items(key, (node, place) -> read(node, place, problems, keys -> keys.each(scalars::value)));
    }

    Map<String, Text> namedTexts(String key) {
        return nested(key, keys -> keys.each(scalars::text)).orElse(Map.of());
    }

    <T> Map<String, T> named(String key, Function<Keys, T> reader) {
        return nested(key, keys -> keys.each((node, place) -> read(node, place, problems, reader)))
                .orElse(Map.of());
    }

    <T> Optional<T> nested(String key, Function<Keys, T> reader) {
        return node(key).map(node -> read(node, at(key), problems, reader));
    }

    /** A mapping, or in short the value of its main key. */
    <T> Optional<T> shortOr(String key, Function<Text, T> brief, Function<Keys, T> reader) {
        return node(key)
                .map(node -> node.fold(
                        mapping -> read(mapping, at(key), problems, reader),
                        sequence -> read(sequence, at(key), problems, reader),
                        scalar -> brief.apply(scalars.text(scalar, at(key)))));
    }
}
