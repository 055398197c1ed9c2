package dev.slipway.render;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A page for readers, in GitHub's Markdown: a value is words, and no character of it is markup.
 *
 * @see <a href="https://github.github.com/gfm/">GitHub Flavored Markdown</a>
 */
final class MarkdownPage extends Page {
    /** An underscore inside of a word is no markup. */
    private static final Pattern MARKUP =
            Pattern.compile("[\\\\`*\\[\\]<>|]|~(?=~)|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])|&(?=[#\\p{L}\\p{N}]+;)");

    private static final Pattern START = Pattern.compile("^(?=[#+=-])|^([0-9]+)(?=[.)])");

    MarkdownPage(Visitor visitor, int margin) {
        super(visitor, margin);
    }

    @Override
    Page child(Visitor visitor, int margin) {
        return new MarkdownPage(visitor, margin);
    }

    @Override
    void text(String text) {
        String words = words(text);
        append(isBlank(line()) ? START.matcher(words).replaceFirst("$1\\\\") : words);
    }

    @Override
    Optional<String> word(String text) {
        return Optional.of(words(text));
    }

    /** The pattern is asked only if it could match: most texts are plain words. */
    private static String words(String text) {
        String line = Characters.oneLine(text);
        for (int i = 0; i < line.length(); i++) {
            if ("\\`*[]<>|~_&".indexOf(line.charAt(i)) >= 0) {
                return MARKUP.matcher(line).replaceAll("\\\\$0");
            }
        }
        return line;
    }

    /** Text in the type of code; in a table even there {@code |} needs a backslash. */
    void code(String text) {
        String words = Characters.oneLine(text);
        String fence = "`".repeat(longestRun(words) + 1);
        boolean apart = words.startsWith("`") || words.endsWith("`");
        String code = fence + (apart ? " " + words + " " : words) + fence;
        append(line().toString().stripLeading().startsWith("|") ? code.replace("|", "\\|") : code);
    }

    /** Lines of code, or a drawing, on lines of their own. */
    void fence(String language, String text) {
        String indentation = line().toString();
        String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
        addLine(fence + language, indentation);
        Characters.lines(text).forEach(it -> addLine(it, indentation));
        addLine(fence, indentation);
        drop();
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    @Override
    void comment(List<String> text) {
        if (!text.isEmpty()) {
            addLine("<!--", "");
            text.forEach(it -> addLine(it.replace("--", "- -"), ""));
            addLine("-->", "");
        }
        drop();
    }

    @Override
    void setIn(Page page) {
        append(String.join(" ", page.lines()));
    }
}
