package dev.slipway.run.action;

import dev.slipway.run.action.ActionTemplate.Condition;
import dev.slipway.run.action.ActionTemplate.Mention;
import dev.slipway.run.action.ActionTemplate.Part;
import dev.slipway.run.action.ActionTemplate.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of an {@link ActionTemplate}. */
final class TemplateReader {
    private static final Pattern COMMENT = Pattern.compile("\\{\\{~?!(?:--[\\s\\S]*?--|[\\s\\S]*?)(?<right>~?)}}");
    private static final Pattern MENTION =
            Pattern.compile("\\{\\{~?(?<kind>[#/^{&]?)(?<inner>(?:" + MentionReader.DOUBLE + "|" + MentionReader.SINGLE
                    + "|\\[[^\\]]*]|[^\"'\\[}~]++)*)(?!}}}})(?<right>}?~?)}}");
    private final String text;
    private int at;
    private boolean trimNext;

    TemplateReader(String text) {
        this.text = text;
    }

    List<Part> read() {
        List<Part> parts = new ArrayList<>();
        Tag end = section(parts);
        if (end.kind() != Kind.END) {
            throw fault("`%s` closes nothing".formatted(end.text()));
        }
        return parts;
    }

    private enum Kind {
        END,
        ELSE,
        CLOSE
    }

    /** What ends a section: the end of the text, an else, or a closing tag. */
    private record Tag(Kind kind, String text) {}

    private Tag section(List<Part> parts) {
        while (at < text.length()) {
            int open = text.indexOf("{{", at);
            if (open < 0) {
                plain(parts, text.substring(at), false);
                at = text.length();
                break;
            }
            String before = text.substring(at, open);
            if (before.endsWith("\\") && !before.endsWith("\\\\")) {
                int next = nextAfterEscape(open + 2);
                plain(parts, before.substring(0, before.length() - 1) + text.substring(open, next), false);
                at = next;
                continue;
            }
            plain(
                    parts,
                    before.endsWith("\\\\") ? before.substring(0, before.length() - 1) : before,
                    text.startsWith("~", open + 2));
            at = open;
            Matcher comment = COMMENT.matcher(text).region(at, text.length());
            if (comment.lookingAt()) {
                passed(comment);
                continue;
            }
            Matcher mention = MENTION.matcher(text).region(at, text.length());
            if (!mention.lookingAt()) {
                throw fault("`%s` is not closed, or is no expression".formatted(text.substring(open)));
            }
            passed(mention);
            String kind = mention.group("kind");
            String inner = mention.group("inner").strip();
            if (kind.equals("{") != mention.group("right").startsWith("}")) {
                throw fault("`%s` opens and closes with different brackets".formatted(mention.group()));
            }
            if (kind.equals("/")) {
                return new Tag(Kind.CLOSE, inner);
            }
            if (kind.equals("^") && inner.isEmpty() || kind.isEmpty() && inner.matches("else(\\s[\\s\\S]*)?")) {
                return new Tag(Kind.ELSE, inner.replaceFirst("^else", "").strip());
            }
            parts.add(kind.equals("#") ? block(inner, inner.split("\\s", 2)[0]) : mention(inner, kind));
        }
        return new Tag(Kind.END, "");
    }

    /** Where the text goes on that a backslash before {@code {{} has made plain. */
    private int nextAfterEscape(int from) {
        int open = text.indexOf("{{", from);
        if (open < 0) {
            return text.length();
        }
        while (open > from && text.charAt(open - 1) == '\\' && open - 1 >= from) {
            open--;
        }
        return open;
    }

    private void passed(Matcher tag) {
        at = tag.end();
        trimNext = tag.group("right").endsWith("~");
    }

    private void plain(List<Part> parts, String piece, boolean trimEnd) {
        String start = trimNext ? piece.stripLeading() : piece;
        String rest = trimEnd ? start.stripTrailing() : start;
        trimNext = false;
        if (!rest.isEmpty()) {
            parts.add(new Plain(rest));
        }
    }

    /** A block, and where it has {@code {{else if …}}} a block in it, which the same closing tag ends. */
    private Condition block(String inner, String closing) {
        String[] words = inner.split("\\s+", 2);
        boolean negated = words[0].equals("unless");
        if (words.length < 2 || !negated && !words[0].equals("if")) {
            throw fault(
                    "`%s` is no block that is known here, only {{#if NAME}} and {{#unless NAME}} are".formatted(inner));
        }
        List<Part> then = new ArrayList<>();
        List<Part> otherwise = new ArrayList<>();
        Tag end = section(then);
        if (end.kind() == Kind.ELSE && !end.text().isEmpty()) {
            otherwise.add(block(end.text(), closing));
        } else {
            expectClosed(end.kind() == Kind.ELSE ? section(otherwise) : end, closing);
        }
        return new Condition(single(words[1]), negated, then, otherwise);
    }

    private void expectClosed(Tag end, String name) {
        if (end.kind() != Kind.CLOSE || !end.text().equals(name)) {
            throw fault("`{{#%s}}` is not closed by {{/%s}}".formatted(name, name));
        }
    }

    private String single(String word) {
        Mention mention = mention(word, "");
        if (!mention.arguments().isEmpty()) {
            throw fault("`%s` is more than one name".formatted(word));
        }
        return mention.name();
    }

    private Mention mention(String inner, String kind) {
        return MentionReader.read(inner, kind.equals("{") || kind.equals("&"))
                .orElseThrow(() -> fault("`{{%s}}` is no expression".formatted(inner)));
    }

    private MetadataFault fault(String what) {
        return new MetadataFault(
                "%s in `%s`: write expressions like {{version}} or {{date 'YYYYMMDD'}}.".formatted(what, text));
    }
}
