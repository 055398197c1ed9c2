package dev.slipway.config;

import dev.slipway.migrate.Migrated;
import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import dev.slipway.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The keys that somebody wrote. What is wrong with them is collected, also keys that nobody asked for, and reading goes on. */
final class WrittenFields implements Fields {
    private static final Node.Mapping NOTHING = new Node.Mapping(Map.of(), Span.START);

    private final Node.Mapping mapping;
    private final Pointer where;
    private final List<Problem> problems;
    private final KeyAdvice advice;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<Problem> missing = new ArrayList<>();

    private WrittenFields(Node.Mapping mapping, Pointer where, List<Problem> problems, KeyAdvice advice) {
        this.mapping = mapping;
        this.where = where;
        this.problems = problems;
        this.advice = advice;
    }

    /** The keys of a whole text, of which only some are read. */
    static WrittenFields some(Node.Mapping mapping, List<Problem> problems) {
        return new WrittenFields(mapping, Pointer.ROOT, problems, KeyAdvice.NONE);
    }

    /** Reads a whole text; asks for all of its keys, then reports those that nobody asked for. */
    static <T> T read(Node.Mapping root, List<Problem> problems, KeyAdvice advice, Function<Fields, T> reader) {
        return new WrittenFields(root, Pointer.ROOT, problems, advice).all(reader);
    }

    private <T> T all(Function<Fields, T> reader) {
        T result = reader.apply(this);
        List<String> unknown = new ArrayList<>(mapping.entries().keySet());
        unknown.removeAll(known);
        boolean another =
                !unknown.isEmpty() && unknown.size() == mapping.entries().size();
        if (!another || where.equals(Pointer.ROOT)) { // else it is meant as something that needs no such key
            problems.addAll(missing);
        }
        if (unknown.isEmpty()) {
            return result;
        }
        Map<String, List<String>> helps = new LinkedHashMap<>();
        unknown.forEach(key ->
                helps.computeIfAbsent(helpWith(key), help -> new ArrayList<>()).add(key));
        helps.forEach((help, keys) -> report(
                at(keys.get(0)).key(), "unknown key" + (keys.size() > 1 ? "s " : " ") + Words.quoted(keys), help));
        return result;
    }

    private String helpWith(String key) {
        return Migrated.renamed(at(key)).orElseGet(() -> advice.help(key, where.tokens(), known));
    }

    private <T> T inner(Node.Mapping inner, Pointer place, Function<Fields, T> reader) {
        return new WrittenFields(inner, place, problems, advice).all(reader);
    }

    /** Of a value that is no mapping, only that is reported. */
    private <T> T inner(Optional<Value> value, String key, String expected, Function<Fields, T> reader) {
        Optional<Node.Mapping> own = value.flatMap(it -> it.mapping(expected));
        boolean wrong = value.isPresent() && own.isEmpty() && !value.get().isNothing();
        return new WrittenFields(own.orElse(NOTHING), at(key), wrong ? new ArrayList<>() : problems, advice)
                .all(reader);
    }

    @Override
    public Optional<String> text(String key, Grammar grammar) {
        return value(key).flatMap(value -> value.text(grammar));
    }

    @Override
    public Optional<String> textOrFalse(String key, Grammar grammar) {
        boolean unwanted =
                value(key).flatMap(Value::asFlag).filter(flag -> !flag).isPresent();
        return unwanted ? Optional.of("") : text(key, grammar);
    }

    @Override
    public void require(String key, String help) {
        if (value(key).isEmpty() && !isMisspelt(key)) {
            missing.add(Problem.missing(where, key, "the key " + Quote.of(key) + " is missing", help));
        }
    }

    @Override
    public Optional<Node> foreign(String key) {
        return value(key).map(Value::node);
    }

    @Override
    public Optional<Boolean> flag(String key) {
        return value(key).flatMap(Value::flag);
    }

    @Override
    public <T> Optional<T> oneOf(String key, Map<String, T> words) {
        return value(key).flatMap(value -> value.oneOf(words));
    }

    @Override
    public <T> Map<String, T> oneOfEach(String key, Map<String, T> words, List<String> names) {
        Map<String, T> result = new LinkedHashMap<>();
        value(key)
                .ifPresent(value -> value.asMapping()
                        .ifPresentOrElse(
                                each -> inner(each, at(key), fields -> {
                                    names.forEach(name ->
                                            fields.oneOf(name, words).ifPresent(word -> result.put(name, word)));
                                    return result;
                                }),
                                () -> value.oneOf(words).ifPresent(word -> result.put("", word))));
        return result;
    }

    @Override
    public <T> List<T> someOf(String key, Map<String, T> words) {
        return value(key).map(value -> Lists.words(value, words)).orElse(List.of());
    }

    @Override
    public List<String> texts(String key, Grammar grammar) {
        Optional<List<String>> texts = anyTexts(key, grammar);
        value(key).ifPresent(value -> Lists.needSome(value, grammar));
        return texts.orElse(List.of());
    }

    @Override
    public Optional<List<String>> anyTexts(String key, Grammar grammar) {
        return value(key).flatMap(value -> Lists.texts(value, grammar));
    }

    @Override
    public List<String> lines(String key, Grammar grammar) {
        value(key).ifPresent(value -> Lists.needSome(value, grammar));
        return value(key).map(value -> Lists.lines(value, grammar)).orElse(List.of());
    }

    @Override
    public Map<String, String> texts(String key, Grammar names, Grammar texts) {
        return entries(key, names, value -> value.raw(texts));
    }

    @Override
    public <T> Map<String, T> oneOfEach(String key, Grammar names, Map<String, T> words) {
        return entries(key, names, value -> value.oneOf(words));
    }

    @Override
    public <T> Map<String, T> each(String key, Grammar names, String only, Function<Fields, T> reader) {
        return entries(key, names, value -> {
            Node.Mapping whole = value.asMapping().orElseGet(() -> under(only, value.node()));
            return Optional.of(inner(whole, value.where(), reader));
        });
    }

    @Override
    public Map<String, String> named(String key, Grammar names, Grammar texts) {
        if (value(key).flatMap(Value::asMapping).isPresent()) {
            return texts(key, names, texts);
        }
        Map<String, String> result = new LinkedHashMap<>();
        texts(key, names).forEach(name -> result.put(name, ""));
        return result;
    }

    @Override
    public <T> T nested(String key, Function<Fields, T> reader) {
        return inner(value(key), key, "a mapping", reader);
    }

    @Override
    public <T> T nested(String key, String only, Function<Fields, T> reader) {
        Optional<Value> word = value(key).filter(Value::isScalar);
        return word.isPresent() ? inner(under(only, word.get().node()), at(key), reader) : nested(key, reader);
    }

    @Override
    public <T> Optional<T> unlessFalse(String key, Function<Fields, T> reader) {
        Optional<Value> value = value(key);
        Optional<Boolean> flag = value.flatMap(Value::asFlag);
        if (flag.isPresent() && !flag.get()) {
            return Optional.empty();
        }
        return Optional.of(inner(flag.isPresent() ? Optional.empty() : value, key, "a mapping or false", reader));
    }

    @Override
    public <T> List<T> items(String key, Grammar grammar, Function<String, T> word, Function<Fields, T> reader) {
        Optional<Value> list = value(key);
        Optional<Node.Mapping> single = list.flatMap(Value::asMapping).filter(it -> !isItem(it, reader));
        if (list.isPresent() && single.isPresent()) {
            String names = String.join(", ", single.get().entries().keySet());
            list.get().mismatch("a list of " + grammar.plural(), "write '" + key + ": [" + names + "]'");
            return List.of();
        }
        list.ifPresent(value -> Lists.needSome(value, grammar));
        return list.map(value -> Lists.mixed(
                        value, grammar, word, item -> inner(item.asMapping().orElse(NOTHING), item.where(), reader)))
                .orElse(List.of());
    }

    /** Whether a mapping has a key of an item, and so is not a list that is written in the wrong way. */
    private static boolean isItem(Node.Mapping mapping, Function<Fields, ?> reader) {
        return mapping.entries().isEmpty()
                || Outline.of(reader).keys().keySet().stream().anyMatch(mapping.entries()::containsKey);
    }

    @Override
    public <T> Optional<T> either(String key, Grammar grammar, Function<String, T> word, Function<Fields, T> reader) {
        return value(key)
                .flatMap(value -> value.asMapping().isPresent()
                        ? value.asMapping().map(mapping -> inner(mapping, at(key), reader))
                        : value.text(grammar).map(word));
    }

    @Override
    public boolean has(String key) {
        return value(key).isPresent();
    }

    @Override
    public boolean isMisspelt(String key) {
        return mapping.entries().keySet().stream().anyMatch(other -> Words.isSlip(other, key));
    }

    @Override
    public void report(Pointer place, String message, String help) {
        problems.add(Problem.at(place, message, help));
    }

    @Override
    public Pointer at(String key) {
        return where.child(key);
    }

    private Optional<Value> value(String key) {
        known.add(key);
        return mapping.child(key).map(node -> new Value(node, at(key), problems));
    }

    private <T> Map<String, T> entries(String key, Grammar names, Function<Value, Optional<T>> reader) {
        Map<String, T> result = new LinkedHashMap<>();
        value(key)
                .ifPresent(value -> value.named(names)
                        .forEach((name, inner) -> reader.apply(inner).ifPresent(it -> result.put(name, it))));
        return result;
    }

    private static Node.Mapping under(String key, Node node) {
        return new Node.Mapping(Map.of(key, new Node.Entry(key, node.span(), node)), node.span());
    }
}
