package dev.slipway.config;

import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The keys of one mapping, asked for one by one. A reader asks for each key that it knows and says what it takes, so one
 * list of keys serves both who reads what somebody wrote and who wants to know what may be written.
 *
 * <p>A value that is not what was asked for counts as absent, so that one mistake makes one message.
 */
public sealed interface Fields permits WrittenFields, Outline {
    /** One word or a line of text; a number is taken as it is written. */
    Optional<String> text(String key, Grammar grammar);

    /** A text, or {@code false} for what is not wanted at all: an empty text. */
    Optional<String> textOrFalse(String key, Grammar grammar);

    /** A text that must be there. */
    default Optional<String> required(String key, Grammar grammar) {
        require(key, grammar);
        return text(key, grammar);
    }

    /** Reports a key that is missing, however it is read. */
    default void require(String key, Grammar grammar) {
        require(key, "add '" + key + ": " + grammar.example() + "'");
    }

    /** The same, with what to write. */
    void require(String key, String help);

    /** A value in somebody else's syntax, to be read by the code that knows it. */
    Optional<Node> foreign(String key);

    /** {@code true} or {@code false}. */
    Optional<Boolean> flag(String key);

    /** One of a few words. */
    <T> Optional<T> oneOf(String key, Map<String, T> words);

    /** One of a few words for all, under no name, or a mapping with one for each name. */
    <T> Map<String, T> oneOfEach(String key, Map<String, T> words, List<String> names);

    /** A list of at least one of a few words; a single word is a list of one. */
    <T> List<T> someOf(String key, Map<String, T> words);

    /** A list of at least one text; a single text is a list of one. Items keep their index, even if they are wrong. */
    List<String> texts(String key, Grammar grammar);

    /** A list of texts that may be empty, which is not the same as absent. */
    Optional<List<String>> anyTexts(String key, Grammar grammar);

    /** Lines of a script, at least one and maybe the same twice; a single text is a script of one. */
    List<String> lines(String key, Grammar grammar);

    /** Names and texts, in the order of the file. */
    Map<String, String> texts(String key, Grammar names, Grammar texts);

    /** Names, each with one of a few words. */
    <T> Map<String, T> oneOfEach(String key, Grammar names, Map<String, T> words);

    /** Names, each with its own mapping; what is no mapping stands for one with that value under one key. */
    <T> Map<String, T> each(String key, Grammar names, String only, Function<Fields, T> reader);

    /** Names, each with a text; in a list they have none, which is an empty one. */
    Map<String, String> named(String key, Grammar names, Grammar texts);

    /** A mapping with keys of its own; one that is absent, or a key without a value, is one without keys. */
    <T> T nested(String key, Function<Fields, T> reader);

    /** The same, except that a word is short for a mapping with that word under one key. */
    <T> T nested(String key, String only, Function<Fields, T> reader);

    /** A mapping, or {@code false} for what is not wanted at all. */
    <T> Optional<T> unlessFalse(String key, Function<Fields, T> reader);

    /** The same for values that are used only if the key is present. */
    default <T> Optional<T> wanted(String key, Function<Fields, T> reader) {
        return has(key) ? unlessFalse(key, reader) : Optional.empty();
    }

    /** A mapping, if the key is present; a key without a value is one without keys. */
    default <T> Optional<T> ifThere(String key, Function<Fields, T> reader) {
        return has(key) ? Optional.of(nested(key, reader)) : Optional.empty();
    }

    /** A list whose items are words or mappings; a single one is a list of one. Items keep their index. */
    <T> List<T> items(String key, Grammar grammar, Function<String, T> word, Function<Fields, T> reader);

    /** A word or a mapping; nothing if it is neither. */
    <T> Optional<T> either(String key, Grammar grammar, Function<String, T> word, Function<Fields, T> reader);

    /** Whether the key is there; of a reader that is followed for its keys, every key is. */
    boolean has(String key);

    /** Whether another key was probably meant to be this one: reported as unknown, it need not be missed as well. */
    boolean isMisspelt(String key);

    /** Reports what is wrong in these fields beyond the shape of single values. */
    void report(Pointer place, String message, String help);

    /** The place of the value of a key. */
    Pointer at(String key);
}
