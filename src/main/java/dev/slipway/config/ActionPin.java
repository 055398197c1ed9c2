package dev.slipway.config;

import dev.slipway.source.Document;
import dev.slipway.source.Pointer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of an action that a config sets.
 *
 * @param ref a commit or a tag
 * @param version the version of a commit, from the comment after it; may be empty
 */
public record ActionPin(String ref, String version) {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern COMMENT =
            Pattern.compile("['\"]?+[ },]{0,9}+#[ ]{0,9}+(v?+[0-9][A-Za-z0-9.+-]{0,60}+)");

    static Map<String, ActionPin> read(Map<String, String> refs, Document document) {
        Map<String, ActionPin> pins = new LinkedHashMap<>();
        refs.forEach((action, ref) -> pins.put(
                action, new ActionPin(ref, COMMIT.matcher(ref).matches() ? version(ref, action, document) : "")));
        return pins;
    }

    private static String version(String commit, String action, Document document) {
        Document.Where where = document.find(Pointer.of("/actions").child(action));
        String line = where.source().line(where.span().start().line());
        int at = line.indexOf(commit);
        Matcher comment = COMMENT.matcher(at < 0 ? "" : line.substring(at + commit.length()));
        return comment.lookingAt() ? comment.group(1) : "";
    }
}
