package dev.slipway.config;

import dev.slipway.migrate.Migrated;
import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import dev.slipway.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The keys of one mapping, asked for one by one; what is wrong with them is collected, and reading goes on.
 *
 * <p>A key that nobody asked for is a problem of its own. Where a value is not what was asked for, the caller gets the
 * same as for a key that is absent, so that one mistake makes one message.
 */
public final class Fields {
    /** A value in a list, and where it stands. */
    private record Item(Pointer place, Node node) {}

    private static final Node.Mapping NOTHING = new Node.Mapping(Map.of(), Span.START);

    private final Node.Mapping mapping;
    private final Pointer where;
    private final List<Problem> problems;
    private final Set<String> known = new LinkedHashSet<>();
    private final KeyAdvice advice;
    private final Optional<Outline> outline;

    private Fields(
            Node.Mapping mapping, Pointer where, List<Problem> problems, KeyAdvice advice, Optional<Outline> outline) {
        this.mapping = mapping;
        this.where = where;
        this.problems = problems;
        this.advice = advice;
        this.outline = outline;
    }

    /** The keys of a whole text, of which only some are read. */
    static Fields of(Node.Mapping mapping, List<Problem> problems) {
        return new Fields(mapping, Pointer.ROOT, problems, KeyAdvice.NONE, Optional.empty());
    }

    /** What has been asked for, where nobody is interested in a value. */
    private record Outline(Map<String, Shape> keys, Set<String> required) {}

    /** The keys that a reader asks for, and what it takes as their values. */
    static Shape.Keys shape(Function<Fields, ?> reader) {
        Outline outline = new Outline(new LinkedHashMap<>(), new LinkedHashSet<>());
        reader.apply(new Fields(NOTHING, Pointer.ROOT, new ArrayList<>(), KeyAdvice.NONE, Optional.of(outline)));
        return new Shape.Keys(outline.keys, outline.required);
    }

    /** Asked for only where shapes are: what is not needed is not even loaded. */
    private void takes(String key, Shape shape) {
        outline.ifPresent(it -> it.keys.put(key, shape));
    }

    /** One word or a line of text; a number is taken as it is written. */
    public Optional<String> text(String key, Grammar grammar) {
        if (outline.isPresent()) {
            takes(key, Shape.text(grammar));
        }
        return value(key).flatMap(node -> Scalars.text(node, grammar, at(key), problems));
    }

    /** A text, or {@code false} for what is not wanted at all: an empty text. */
    public Optional<String> textOrFalse(String key, Grammar grammar) {
        boolean unwanted =
                value(key).flatMap(Scalars::flag).filter(flag -> !flag).isPresent();
        Optional<String> text = unwanted ? Optional.of("") : text(key, grammar);
        if (outline.isPresent()) {
            takes(key, new Shape.Choice(List.of(Shape.text(grammar), new Shape.Flag(Optional.of(false)))));
        }
        return text;
    }

    /** A text that must be there. */
    public Optional<String> required(String key, Grammar grammar) {
        require(key, grammar);
        return text(key, grammar);
    }

    /** Says that a key is missing where it is, however it is read. */
    public void require(String key, Grammar grammar) {
        require(key, "add '" + key + ": " + grammar.example() + "'");
    }

    void require(String key, String help) {
        outline.ifPresent(it -> it.required.add(key));
        if (value(key).isEmpty() && !isMisspelt(key)) {
            report(where, "the key " + Quote.of(key) + " is missing", help);
        }
    }

    /** A value in somebody else's syntax, to be read by whoever knows it. */
    public Optional<Node> foreign(String key) {
        if (outline.isPresent()) {
            takes(key, new Shape.Foreign());
        }
        return value(key);
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> flag(String key) {
        if (outline.isPresent()) {
            takes(key, new Shape.Flag(Optional.empty()));
        }
        return value(key).flatMap(node -> Scalars.flag(node, at(key), problems));
    }

    /** One of a few words. */
    public <T> Optional<T> oneOf(String key, Map<String, T> words) {
        if (outline.isPresent()) {
            takes(key, words(words));
        }
        return value(key).flatMap(node -> Scalars.oneOf(node, words, at(key), problems));
    }

    private static Shape words(Map<String, ?> words) {
        return new Shape.Words(List.copyOf(words.keySet()));
    }

    /** One of a few words for all, under no name, or a mapping with one for each name. */
    public <T> Map<String, T> oneOfEach(String key, Map<String, T> words, List<String> names) {
        if (outline.isPresent()) {
            takes(
                    key,
                    new Shape.Choice(List.of(
                            words(words),
                            shape(fields -> names.stream()
                                    .map(name -> fields.oneOf(name, words))
                                    .toList()))));
        }
        Map<String, T> result = new LinkedHashMap<>();
        value(key).ifPresent(node -> {
            Optional<Node.Mapping> each = asMapping(node);
            if (each.isPresent()) {
                read(each.get(), at(key), problems, advice, fields -> {
                    names.forEach(name -> fields.oneOf(name, words).ifPresent(word -> result.put(name, word)));
                    return result;
                });
            } else {
                Scalars.oneOf(node, words, at(key), problems).ifPresent(word -> result.put("", word));
            }
        });
        return result;
    }

    /** A list of at least one of a few words; a single word is a list of one. */
    public <T> List<T> someOf(String key, Map<String, T> words) {
        if (outline.isPresent()) {
            takes(key, new Shape.Items(words(words), false, false));
        }
        String help = "write some of " + Scalars.choice(words);
        List<T> chosen = new ArrayList<>();
        value(key)
                .flatMap(node -> items(node, at(key), "a list of words", help))
                .ifPresent(items -> {
                    if (items.isEmpty()) {
                        report(at(key), "the list is empty", "remove the key, or " + help);
                    }
                    items.forEach(item -> Scalars.oneOf(item.node, words, item.place, problems)
                            .ifPresent(word -> add(word, chosen, item.place)));
                });
        return chosen;
    }

    private <T> void add(T word, List<T> chosen, Pointer place) {
        if (chosen.contains(word)) {
            report(place, "duplicate value", "remove it");
        } else {
            chosen.add(word);
        }
    }

    /** A list of at least one text; a single text is a list of one. Items keep their index, even where they are wrong. */
    public List<String> texts(String key, Grammar grammar) {
        Optional<List<String>> texts = anyTexts(key, grammar);
        if (outline.isPresent()) {
            takes(key, new Shape.Items(Shape.text(grammar), false, false));
        }
        texts.ifPresent(found -> reportNone(key, grammar, found));
        return texts.orElse(List.of());
    }

    /** A list of texts that may be empty, which is not the same as absent. */
    public Optional<List<String>> anyTexts(String key, Grammar grammar) {
        if (outline.isPresent()) {
            takes(key, new Shape.Items(Shape.text(grammar), true, false));
        }
        return value(key)
                .flatMap(node -> items(node, grammar, key).map(items -> {
                    List<String> texts = new ArrayList<>();
                    for (Item item : items) {
                        texts.add(Scalars.text(item.node, grammar, item.place, problems)
                                .orElse(""));
                    }
                    reportTwins(texts, items);
                    return List.copyOf(texts);
                }));
    }

    /** Names and texts, in the order of the file. */
    public Map<String, String> texts(String key, Grammar names, Grammar texts) {
        if (outline.isPresent()) {
            takes(key, new Shape.Named(names, new Shape.Text(texts, true)).orNothing());
        }
        Map<String, String> result = new LinkedHashMap<>();
        named(key, names)
                .forEach((name, node) -> Scalars.raw(node, texts, at(key).child(name), problems)
                        .ifPresent(text -> result.put(name, text)));
        return result;
    }

    /** Lines of a script, at least one and maybe the same twice; a single text is a script of one. */
    public List<String> lines(String key, Grammar grammar) {
        if (outline.isPresent()) {
            takes(key, new Shape.Items(Shape.text(grammar), false, true));
        }
        return value(key)
                .flatMap(node -> items(
                        node,
                        at(key),
                        "a list of " + grammar.plural(),
                        "write a list such as [" + grammar.example() + "]"))
                .map(items -> {
                    List<String> lines = new ArrayList<>();
                    reportNone(key, grammar, items);
                    for (Item item : items) {
                        Scalars.text(item.node, grammar, item.place, problems).ifPresent(lines::add);
                    }
                    return List.copyOf(lines);
                })
                .orElse(List.of());
    }

    /** Names, each with one of a few words. */
    public <T> Map<String, T> oneOfEach(String key, Grammar names, Map<String, T> words) {
        if (outline.isPresent()) {
            takes(key, new Shape.Named(names, words(words)).orNothing());
        }
        Map<String, T> result = new LinkedHashMap<>();
        named(key, names)
                .forEach((name, node) -> Scalars.oneOf(node, words, at(key).child(name), problems)
                        .ifPresent(word -> result.put(name, word)));
        return result;
    }

    /** Names, each with a mapping of its own; what is no mapping stands for one with that value under one key. */
    public <T> Map<String, T> each(String key, Grammar names, String only, Function<Fields, T> reader) {
        if (outline.isPresent()) {
            takes(key, new Shape.Named(names, shortly(only, shape(reader))).orNothing());
        }
        Map<String, T> result = new LinkedHashMap<>();
        named(key, names).forEach((name, node) -> {
            Node.Mapping whole = node.fold(mapping -> mapping, list -> under(only, list), text -> under(only, text));
            result.put(name, read(whole, at(key).child(name), problems, advice, reader));
        });
        return result;
    }

    /** A mapping, or the value of one of its keys for it alone. */
    private static Shape shortly(String only, Shape.Keys keys) {
        Shape alone = keys.keys().getOrDefault(only, new Shape.Nothing());
        return new Shape.Choice(List.of(alone, keys));
    }

    private static Node.Mapping under(String key, Node node) {
        return new Node.Mapping(Map.of(key, new Node.Entry(key, node.span(), node)), node.span());
    }

    private Map<String, Node> named(String key, Grammar names) {
        Map<String, Node> result = new LinkedHashMap<>();
        mappingAt(key, "a mapping")
                .ifPresent(inner -> inner.entries().forEach((name, entry) -> {
                    if (Scalars.fits(name, names, at(key).child(name).key(), problems)) {
                        result.put(name, entry.value());
                    }
                }));
        return result;
    }

    /** Names, each with a text; in a list they have none, which is an empty one. */
    public Map<String, String> named(String key, Grammar names, Grammar texts) {
        boolean mapping = value(key)
                .map(node -> node.fold(it -> true, it -> false, it -> false))
                .orElse(false);
        if (mapping) {
            return texts(key, names, texts);
        }
        Map<String, String> result = new LinkedHashMap<>();
        texts(key, names).forEach(name -> result.put(name, ""));
        if (outline.isPresent()) {
            takes(
                    key,
                    new Shape.Choice(List.of(
                            new Shape.Items(Shape.text(names), false, false),
                            new Shape.Named(names, new Shape.Text(texts, true)))));
        }
        return result;
    }

    /** A mapping with keys of its own; one that is absent, or nothing behind its key, is one without keys. */
    public <T> T nested(String key, Function<Fields, T> reader) {
        if (outline.isPresent()) {
            takes(key, shape(reader).orNothing());
        }
        return read(mappingAt(key, "a mapping").orElse(NOTHING), at(key), problems, advice, reader);
    }

    /** The same, where a word stands for a mapping with that word under one key. */
    public <T> T nested(String key, String only, Function<Fields, T> reader) {
        Optional<Node.Scalar> word = value(key)
                .flatMap(node -> node.fold(
                        mapping -> Optional.empty(),
                        sequence -> Optional.empty(),
                        scalar -> Optional.of(scalar).filter(it -> it.type() != Node.Scalar.Type.NULL)));
        T result = word.isPresent()
                ? read(under(only, word.get()), at(key), problems, advice, reader)
                : nested(key, reader);
        if (outline.isPresent()) {
            takes(key, shortly(only, shape(reader)).orNothing());
        }
        return result;
    }

    /** A mapping, or {@code false} for what is not wanted at all. */
    public <T> Optional<T> unlessFalse(String key, Function<Fields, T> reader) {
        if (outline.isPresent()) {
            takes(key, new Shape.Choice(List.of(new Shape.Flag(Optional.empty()), shape(reader), new Shape.Nothing())));
        }
        Optional<Boolean> flag = value(key).flatMap(Scalars::flag);
        if (flag.isPresent()) {
            return flag.get() ? Optional.of(read(NOTHING, at(key), problems, advice, reader)) : Optional.empty();
        }
        return Optional.of(
                read(mappingAt(key, "a mapping or false").orElse(NOTHING), at(key), problems, advice, reader));
    }

    /** The same for what is wanted only where the key is there. */
    public <T> Optional<T> wanted(String key, Function<Fields, T> reader) {
        return value(key).isPresent() || outline.isPresent() ? unlessFalse(key, reader) : Optional.empty();
    }

    /** A mapping, where the key is there; nothing behind it is one without keys. */
    <T> Optional<T> ifThere(String key, Function<Fields, T> reader) {
        return value(key).isPresent() || outline.isPresent() ? Optional.of(nested(key, reader)) : Optional.empty();
    }

    /** A list whose items are words or mappings; a single one is a list of one. Items keep their index. */
    public <T> List<T> items(String key, Grammar grammar, Function<String, T> word, Function<Fields, T> reader) {
        if (outline.isPresent()) {
            takes(key, new Shape.Items(new Shape.Choice(List.of(Shape.text(grammar), shape(reader))), false, false));
        }
        Optional<List<Item>> items = value(key)
                .flatMap(node -> node.fold(
                        mapping -> isItem(mapping, reader)
                                ? Optional.of(List.of(new Item(at(key), mapping)))
                                : Scalars.mismatch(
                                        mapping,
                                        "a list of " + grammar.plural(),
                                        "write '" + key + ": ["
                                                + String.join(
                                                        ", ", mapping.entries().keySet()) + "]'",
                                        at(key),
                                        problems),
                        sequence -> items(sequence, grammar, key),
                        scalar -> items(scalar, grammar, key)));
        if (items.isPresent() && items.get().isEmpty()) {
            report(at(key), "the list of " + grammar.plural() + " is empty", "remove the key, or " + grammar.advice());
        }
        List<String> words = new ArrayList<>();
        List<T> results = new ArrayList<>();
        for (Item item : items.orElse(List.of())) {
            Optional<Node.Mapping> mapping = asMapping(item.node);
            String text = mapping.isPresent()
                    ? ""
                    : Scalars.text(item.node, grammar, item.place, problems).orElse("");
            words.add(text);
            results.add(mapping.map(inner -> read(inner, item.place, problems, advice, reader))
                    .orElseGet(() -> word.apply(text)));
        }
        reportTwins(words, items.orElse(List.of()));
        return List.copyOf(results);
    }

    /** Whether a mapping has a key of an item, and so is not a list that is written in the wrong way. */
    private static boolean isItem(Node.Mapping mapping, Function<Fields, ?> reader) {
        return mapping.entries().isEmpty()
                || shape(reader).keys().keySet().stream().anyMatch(mapping.entries()::containsKey);
    }

    private static Optional<Node.Mapping> asMapping(Node node) {
        return node.fold(Optional::of, sequence -> Optional.empty(), scalar -> Optional.empty());
    }

    /** A word or a mapping; nothing where it is neither. */
    public <T> Optional<T> either(String key, Grammar grammar, Function<String, T> word, Function<Fields, T> reader) {
        if (outline.isPresent()) {
            takes(key, new Shape.Choice(List.of(Shape.text(grammar), shape(reader))));
        }
        return value(key)
                .flatMap(node -> node.fold(
                        mapping -> Optional.of(read(mapping, at(key), problems, advice, reader)),
                        sequence -> Scalars.text(sequence, grammar, at(key), problems)
                                .map(word),
                        scalar ->
                                Scalars.text(scalar, grammar, at(key), problems).map(word)));
    }

    /** Whether another key was probably meant to be this one: reported as unknown, it need not be missed as well. */
    boolean isMisspelt(String key) {
        return mapping.entries().keySet().stream().anyMatch(other -> Scalars.isSlip(other, key));
    }

    /** Says what is wrong in these fields beyond the shape of single values. */
    public void report(Pointer place, String message, String help) {
        problems.add(Problem.at(place, message, help));
    }

    /** Where the value of a key stands. */
    public Pointer at(String key) {
        return where.child(key);
    }

    /** Reads a mapping; asks for all of its keys, then reports those that nobody asked for. */
    static <T> T read(
            Node.Mapping mapping, Pointer where, List<Problem> problems, KeyAdvice advice, Function<Fields, T> reader) {
        Fields fields = new Fields(mapping, where, problems, advice, Optional.empty());
        T result = reader.apply(fields);
        fields.noOthers();
        return result;
    }

    private void noOthers() {
        for (String key : mapping.entries().keySet()) {
            if (!known.contains(key)) {
                report(
                        at(key).key(),
                        "unknown key " + Quote.of(key),
                        Migrated.renamed(at(key)).orElseGet(() -> advice.help(key, where.tokens(), known)));
            }
        }
    }

    private Optional<Node> value(String key) {
        known.add(key);
        return mapping.child(key);
    }

    private Optional<Node.Mapping> mappingAt(String key, String expected) {
        String help = "write '" + key + ":' and its own keys below it, indented";
        return value(key)
                .flatMap(node -> node.fold(
                        Optional::of,
                        sequence -> Scalars.mismatch(sequence, expected, help, at(key), problems),
                        scalar -> scalar.type() == Node.Scalar.Type.NULL
                                ? Optional.empty()
                                : Scalars.mismatch(scalar, expected, help, at(key), problems)));
    }

    private Optional<List<Item>> items(Node node, Grammar grammar, String key) {
        return items(
                node, at(key), "a list of " + grammar.plural(), "write a list such as [" + grammar.example() + "]");
    }

    /** The items of a list and their places; those of a single value is that one. */
    private Optional<List<Item>> items(Node node, Pointer place, String expected, String help) {
        return node.fold(
                mapping -> Scalars.mismatch(mapping, expected, help, place, problems),
                sequence -> {
                    List<Item> items = new ArrayList<>();
                    sequence.items().forEach(item -> items.add(new Item(place.child(items.size()), item)));
                    return Optional.of(items);
                },
                scalar -> scalar.type() == Node.Scalar.Type.NULL
                        ? Scalars.mismatch(scalar, expected, help, place, problems)
                        : Optional.of(List.of(new Item(place, scalar))));
    }

    private void reportNone(String key, Grammar grammar, Collection<?> items) {
        if (items.isEmpty()) {
            report(at(key), "the list of " + grammar.plural() + " is empty", "remove the key, or " + grammar.advice());
        }
    }

    private void reportTwins(List<String> texts, List<Item> items) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isEmpty() && !seen.add(texts.get(i))) {
                report(items.get(i).place, "duplicate value " + Quote.of(texts.get(i)), "remove it");
            }
        }
    }
}
