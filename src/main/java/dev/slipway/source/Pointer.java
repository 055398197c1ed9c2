package dev.slipway.source;

import java.util.ArrayList;
import java.util.List;

/**
 * The path to a value in a document, written as an RFC 6901 JSON pointer such as {@code /jobs/docker/steps/2/uses}.
 *
 * <p>Configs and workflows are plain values without positions; code that finds a problem in one names the place with a
 * pointer, and only at the end is the pointer looked up in the document to get a line and a column.
 *
 * @param tokens keys and indices from the root of the document
 * @param atKey whether the key itself is meant rather than its value
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a>
 */
public record Pointer(List<String> tokens, boolean atKey) {
    /** The whole document. */
    public static final Pointer ROOT = new Pointer(List.of(), false);

    public Pointer {
        tokens = List.copyOf(tokens);
    }

    /** Reads {@code /a/b/0}. */
    public static Pointer of(String pointer) {
        Pointer result = ROOT;
        if (pointer.isEmpty()) {
            return result;
        }
        if (!pointer.startsWith("/")) {
            throw new IllegalArgumentException("a JSON pointer starts with '/': " + pointer);
        }
        for (String token : pointer.substring(1).split("/", -1)) {
            result = result.child(token.replace("~1", "/").replace("~0", "~"));
        }
        return result;
    }

    /** The value of a key below this one. */
    public Pointer child(String key) {
        String[] longer = tokens.toArray(new String[tokens.size() + 1]);
        longer[tokens.size()] = key;
        return new Pointer(List.of(longer), false);
    }

    /** The item of a list below this one, the first at 0. */
    public Pointer child(int index) {
        return child(Integer.toString(index));
    }

    /** This path, in the value of a key. */
    public Pointer below(String key) {
        List<String> longer = new ArrayList<>(tokens);
        longer.add(0, key);
        return new Pointer(longer, atKey);
    }

    /** The key that this pointer ends with, instead of its value. */
    public Pointer key() {
        return new Pointer(tokens, true);
    }

    /** The value that holds this one; the root holds itself. */
    public Pointer parent() {
        return tokens.isEmpty() ? this : new Pointer(tokens.subList(0, tokens.size() - 1), false);
    }

    /** The last key or index; empty at the root. */
    public String last() {
        return tokens.isEmpty() ? "" : tokens.get(tokens.size() - 1);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String token : tokens) {
            text.append('/').append(token.replace("~", "~0").replace("/", "~1"));
        }
        return text.toString();
    }
}
