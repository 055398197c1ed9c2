package dev.slipway.run.action;

import dev.slipway.run.action.ActionTemplate.Argument;
import dev.slipway.run.action.ActionTemplate.Arguments;
import dev.slipway.run.action.ActionTemplate.Mention;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads once through what is between the brackets of a {@link Mention}: a name, words, and words with a key. */
final class MentionReader {
    private static final String SPACE = " \t\n\u000B\f\r";
    private static final String NEVER_IN_NAMES = SPACE + "!\"#%&'()*+,./;<=>@[\\]^`{|}~";
    private static final int NONE = -1;

    private final String inner;
    private int at;

    private MentionReader(String inner) {
        this.inner = inner;
        this.at = past(0);
    }

    /** @param key what is in front of an equals sign; empty if nothing is */
    private record Word(String key, Argument argument) {}

    /** The mention, or nothing if the text is none. */
    static Optional<Mention> read(String inner, boolean safe) {
        MentionReader reader = new MentionReader(inner);
        Optional<Word> name = reader.word().filter(word -> word.key().isEmpty());
        if (name.isEmpty()) {
            return Optional.empty();
        }
        List<Argument> words = new ArrayList<>();
        Map<String, Argument> keyed = new HashMap<>();
        while (reader.at < inner.length()) {
            Optional<Word> word = reader.word();
            if (word.isEmpty() || word.get().key().isEmpty() && !keyed.isEmpty()) {
                return Optional.empty();
            }
            if (word.get().key().isEmpty()) {
                words.add(word.get().argument());
            } else {
                keyed.put(bare(word.get().key()), word.get().argument());
            }
        }
        return Optional.of(new Mention(name.get().argument().text(), new Arguments(words, keyed), safe));
    }

    private Optional<Word> word() {
        String key = "";
        int end = step(at);
        int equal = end == NONE ? at : past(end);
        if (end != NONE && inner.startsWith("=", equal)) {
            key = inner.substring(at, end);
            at = past(equal + 1);
        }
        boolean quoted = inner.startsWith("\"", at) || inner.startsWith("'", at);
        end = quoted ? quoted(inner, at, true) : path(at);
        if (end == NONE || !endsAt(inner, end)) {
            return Optional.empty();
        }
        String text = inner.substring(at, end);
        at = past(end);
        return Optional.of(new Word(key, new Argument(quoted ? unquoted(text) : plain(text), quoted)));
    }

    private int past(int from) {
        int end = from;
        while (end < inner.length() && SPACE.indexOf(inner.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static boolean endsAt(String text, int end) {
        return end == text.length() || SPACE.indexOf(text.charAt(end)) >= 0;
    }

    /** The end of a name, or of one between square brackets. */
    private int step(int from) {
        if (inner.startsWith("[", from)) {
            return inner.indexOf(']', from) + 1 > 0 ? inner.indexOf(']', from) + 1 : NONE;
        }
        int end = from;
        while (end < inner.length() && NEVER_IN_NAMES.indexOf(inner.charAt(end)) < 0) {
            end++;
        }
        return end == from ? NONE : end;
    }

    /** The end of names with dots or slashes between them. */
    private int path(int from) {
        int end = step(from + own(inner, from));
        while (end != NONE && end < inner.length() && "./".indexOf(inner.charAt(end)) >= 0) {
            end = step(end + 1);
        }
        return end;
    }

    /** The length of what says that a name is one of this object. */
    private static int own(String text, int from) {
        return text.startsWith("this/", from) || text.startsWith("this.", from)
                ? 5
                : text.startsWith("./", from) || text.startsWith("..", from) ? 2 : 0;
    }

    /**
     * Where a text between quotes ends: at the first quote without a backslash, and if there is none, at the last one
     * with a backslash.
     *
     * @param from its first quote
     * @param apart whether it must be the end of a word
     */
    static int quoted(String text, int from, boolean apart) {
        int escaped = NONE;
        for (int i = from + 1; i < text.length(); i++) {
            if (text.charAt(i) == text.charAt(from)) {
                boolean ends = !apart || endsAt(text, i + 1);
                if (text.charAt(i - 1) != '\\' || i - 1 == from) {
                    return ends ? i + 1 : escaped;
                }
                escaped = ends ? i + 1 : escaped;
            }
        }
        return escaped;
    }

    private static String unquoted(String text) {
        String quote = text.substring(0, 1);
        return text.substring(1, text.length() - 1).replace("\\" + quote, quote);
    }

    private static String plain(String text) {
        String name = text.substring(own(text, 0));
        return name.startsWith("[") && name.indexOf(']') == name.length() - 1 ? bare(name) : name;
    }

    private static String bare(String name) {
        return name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
    }
}
