package dev.slipway.config;

import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Notes which keys a reader asks for, and what it takes as their values. There are no values, so the reader gets the same
 * as from an empty mapping, and what it reports is about nothing.
 */
final class Outline implements Fields {
    private final Map<String, Shape> keys = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();

    private Outline() {}

    /** The keys that a reader asks for. */
    static Shape.Keys of(Function<Fields, ?> reader) {
        return follow(reader).shape();
    }

    private record Followed<T>(Shape.Keys shape, T result) {}

    private static <T> Followed<T> follow(Function<Fields, T> reader) {
        Outline outline = new Outline();
        T result = reader.apply(outline);
        return new Followed<>(new Shape.Keys(outline.keys, outline.required), result);
    }

    @Override
    public Optional<String> text(String key, Grammar grammar) {
        keys.put(key, Shape.text(grammar));
        return Optional.empty();
    }

    @Override
    public Optional<String> textOrFalse(String key, Grammar grammar) {
        keys.put(key, Shape.any(Shape.text(grammar), new Shape.Flag(Optional.of(false))));
        return Optional.empty();
    }

    @Override
    public void require(String key, String help) {
        required.add(key);
    }

    @Override
    public Optional<Node> foreign(String key) {
        keys.put(key, new Shape.Foreign());
        return Optional.empty();
    }

    @Override
    public Optional<Boolean> flag(String key) {
        keys.put(key, new Shape.Flag(Optional.empty()));
        return Optional.empty();
    }

    @Override
    public <T> Optional<T> oneOf(String key, Map<String, T> words) {
        keys.put(key, Shape.words(words));
        return Optional.empty();
    }

    @Override
    public <T> Map<String, T> oneOfEach(String key, Map<String, T> words, List<String> names) {
        Map<String, Shape> each = new LinkedHashMap<>();
        names.forEach(name -> each.put(name, Shape.words(words)));
        keys.put(key, Shape.any(Shape.words(words), new Shape.Keys(each, Set.of())));
        return Map.of();
    }

    @Override
    public <T> List<T> someOf(String key, Map<String, T> words) {
        keys.put(key, new Shape.Items(Shape.words(words), false, false));
        return List.of();
    }

    @Override
    public List<String> texts(String key, Grammar grammar) {
        keys.put(key, new Shape.Items(Shape.text(grammar), false, false));
        return List.of();
    }

    @Override
    public Optional<List<String>> anyTexts(String key, Grammar grammar) {
        keys.put(key, new Shape.Items(Shape.text(grammar), true, false));
        return Optional.empty();
    }

    @Override
    public List<String> lines(String key, Grammar grammar) {
        keys.put(key, new Shape.Items(Shape.text(grammar), false, true));
        return List.of();
    }

    @Override
    public Map<String, String> texts(String key, Grammar names, Grammar texts) {
        keys.put(key, new Shape.Named(names, new Shape.Text(texts, true)).orNothing());
        return Map.of();
    }

    @Override
    public <T> Map<String, T> oneOfEach(String key, Grammar names, Map<String, T> words) {
        keys.put(key, new Shape.Named(names, Shape.words(words)).orNothing());
        return Map.of();
    }

    @Override
    public <T> Map<String, T> each(String key, Grammar names, String only, Function<Fields, T> reader) {
        keys.put(key, new Shape.Named(names, of(reader).orOnly(only)).orNothing());
        return Map.of();
    }

    @Override
    public Map<String, String> named(String key, Grammar names, Grammar texts) {
        keys.put(
                key,
                Shape.any(
                        new Shape.Items(Shape.text(names), false, false),
                        new Shape.Named(names, new Shape.Text(texts, true))));
        return Map.of();
    }

    @Override
    public <T> T nested(String key, Function<Fields, T> reader) {
        Followed<T> inner = follow(reader);
        keys.put(key, inner.shape.orNothing());
        return inner.result;
    }

    @Override
    public <T> T nested(String key, String only, Function<Fields, T> reader) {
        Followed<T> inner = follow(reader);
        keys.put(key, inner.shape.orOnly(only).orNothing());
        return inner.result;
    }

    @Override
    public <T> Optional<T> unlessFalse(String key, Function<Fields, T> reader) {
        Followed<T> inner = follow(reader);
        keys.put(key, Shape.any(new Shape.Flag(Optional.empty()), inner.shape, new Shape.Nothing()));
        return Optional.of(inner.result);
    }

    @Override
    public <T> List<T> items(String key, Grammar grammar, Function<String, T> word, Function<Fields, T> reader) {
        keys.put(key, new Shape.Items(Shape.any(Shape.text(grammar), of(reader)), false, false));
        return List.of();
    }

    @Override
    public <T> Optional<T> either(String key, Grammar grammar, Function<String, T> word, Function<Fields, T> reader) {
        keys.put(key, Shape.any(Shape.text(grammar), of(reader)));
        return Optional.empty();
    }

    @Override
    public boolean has(String key) {
        return true;
    }

    @Override
    public boolean isMisspelt(String key) {
        return false;
    }

    @Override
    public void report(Pointer place, String message, String help) {
        // about values, and there are none
    }

    @Override
    public Pointer at(String key) {
        return Pointer.ROOT.child(key);
    }
}
