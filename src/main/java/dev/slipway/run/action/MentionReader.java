package dev.slipway.run.action;

import dev.slipway.run.action.ActionTemplate.Argument;
import dev.slipway.run.action.ActionTemplate.Arguments;
import dev.slipway.run.action.ActionTemplate.Mention;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stands between the brackets of a {@link Mention}: a name, words, and words with a key. */
final class MentionReader {
    static final String DOUBLE = "\"(?<double>(?:[^\"\\\\]++|\\\\\"|\\\\)*)\"";
    static final String SINGLE = "'(?<single>(?:[^'\\\\]++|\\\\'|\\\\)*)'";
    private static final String STEP = "(?:[^\\s!\"#%-,./;->@\\[-\\^`{-~]+|\\[[^\\]]*])";
    private static final Pattern WORD = Pattern.compile("\\s*(?:(?<key>" + STEP + ")\\s*=\\s*)?(?:" + DOUBLE + "|"
            + SINGLE + "|(?<plain>(?:(?:this|\\.)[./])?" + STEP + "(?:[./]" + STEP + ")*))(?=\\s|$)\\s*");

    private MentionReader() {}

    /** The mention, or nothing where the text is none. */
    static Optional<Mention> read(String inner, boolean safe) {
        Matcher word = WORD.matcher(inner);
        if (!word.lookingAt() || word.group("key") != null) {
            return Optional.empty();
        }
        String name = text(word);
        List<Argument> words = new ArrayList<>();
        Map<String, Argument> keyed = new HashMap<>();
        for (int end = word.end(); end < inner.length(); end = word.end()) {
            word.region(end, inner.length());
            if (!word.lookingAt() || word.group("key") == null && !keyed.isEmpty()) {
                return Optional.empty();
            }
            Argument argument = new Argument(text(word), word.group("plain") == null);
            if (word.group("key") == null) {
                words.add(argument);
            } else {
                keyed.put(bare(word.group("key")), argument);
            }
        }
        return Optional.of(new Mention(name, new Arguments(words, keyed), safe));
    }

    private static String text(Matcher word) {
        if (word.group("double") != null) {
            return word.group("double").replace("\\\"", "\"");
        }
        if (word.group("single") != null) {
            return word.group("single").replace("\\'", "'");
        }
        String plain = word.group("plain").replaceFirst("^(?:this|\\.)[./]", "");
        return plain.startsWith("[") && plain.indexOf(']') == plain.length() - 1 ? bare(plain) : plain;
    }

    private static String bare(String name) {
        return name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
    }
}
