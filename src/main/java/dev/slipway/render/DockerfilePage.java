package dev.slipway.render;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Dockerfile. A value is a word of an instruction; {@code $NAME} in it is a variable, and a word that would mean
 * anything but itself is refused.
 *
 * @see <a href="https://docs.docker.com/reference/dockerfile/#format">Format</a>
 */
final class DockerfilePage extends Page {
    private static final Pattern WORD =
            Pattern.compile("(?!--|<<|\\[)([^\\s\"'`\\\\$]|\\$[A-Za-z_]\\w*|\\$\\{[A-Za-z_]\\w*\\})++");

    DockerfilePage(Visitor visitor, int margin) {
        super(visitor, margin);
    }

    @Override
    Page child(Visitor visitor, int margin) {
        return new DockerfilePage(visitor, margin);
    }

    @Override
    void text(String text) {
        append(word(text).orElseThrow());
    }

    @Override
    Optional<String> word(String text) {
        if (!isPlain(text) && (!WORD.matcher(text).matches() || !Characters.fitOnLine(text))) {
            throw new IllegalArgumentException("a Dockerfile cannot say '" + text + "' in one word");
        }
        return Optional.of(text);
    }

    /** Whether only what no reader of Dockerfiles interprets is in it, as in most words. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean alphanumeric = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!alphanumeric && (i == 0 ? "/." : "/.:=@_+-").indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** A commented instruction starts a paragraph. */
    @Override
    void comment(List<String> text) {
        if (!text.isEmpty()) {
            blankLine();
        }
        text.forEach(it -> addLine(("# " + it).stripTrailing(), ""));
        drop();
    }

    @Override
    void setIn(Page page) {
        throw new IllegalArgumentException("an instruction must start on its own line: " + line());
    }
}
