package dev.slipway.run.local.github;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of an expression of jq, taken one after another; space and comments between them do not count. */
final class FilterWords {
    static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    static final Pattern COMPARISON = Pattern.compile("==|!=|<=|>=|<|>");
    private static final Pattern SPACE = Pattern.compile("(?:\\s++|#[^\n]*+)*+");
    private static final Map<Character, String> ESCAPES = Map.of('n', "\n", 't', "\t", 'r', "\r", 'b', "\b", 'f', "\f");

    private final String text;
    private int at;

    FilterWords(String text) {
        this.text = text;
    }

    /** Something that is no jq, or more of it than is known here. */
    static final class Unknown extends RuntimeException {}

    boolean atEnd() {
        return at == text.length();
    }

    /** Whether this comes next, at once. */
    boolean ahead(String sign) {
        return text.startsWith(sign, at);
    }

    /** Whether a dot and a name come next, at once. */
    boolean aheadMember() {
        int name = at + 1;
        return ahead(".")
                && name < text.length()
                && (text.charAt(name) == '"'
                        || NAME.matcher(text).region(name, text.length()).lookingAt());
    }

    /** Takes a character that was seen ahead. */
    void take() {
        at++;
    }

    char character() {
        if (at >= text.length()) {
            throw new Unknown();
        }
        return text.charAt(at++);
    }

    /** The meaning of the character after a backslash. */
    static String escaped(char character) {
        if (character == 'u') {
            throw new Unknown();
        }
        return ESCAPES.getOrDefault(character, String.valueOf(character));
    }

    void skip() {
        Matcher space = SPACE.matcher(text).region(at, text.length());
        if (space.lookingAt()) {
            at = space.end();
        }
    }

    Optional<String> next(Pattern pattern) {
        skip();
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        skip();
        return Optional.of(matcher.group());
    }

    boolean sign(String sign) {
        skip();
        boolean longer =
                sign.equals("|") && text.startsWith("|=", at) || sign.equals("?") && text.startsWith("?//", at);
        if (longer || !text.startsWith(sign, at)) {
            return false;
        }
        at += sign.length();
        skip();
        return true;
    }

    boolean word(String word) {
        int before = at;
        if (next(NAME).filter(word::equals).isPresent()) {
            return true;
        }
        at = before;
        return false;
    }

    void need(String sign) {
        if (!sign(sign)) {
            throw new Unknown();
        }
    }
}
