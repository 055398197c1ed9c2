package dev.slipway.run.action;

import dev.slipway.run.action.ActionTemplate.Condition;
import dev.slipway.run.action.ActionTemplate.Mention;
import dev.slipway.run.action.ActionTemplate.Part;
import dev.slipway.run.action.ActionTemplate.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of an {@link ActionTemplate}. */
final class TemplateReader {
    private static final Pattern COMMENT = Pattern.compile("\\{\\{~?!(?:--[\\s\\S]*?--|[\\s\\S]*?)(?<right>~?)}}");
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
                at = comment.end();
                trimNext = comment.group("right").endsWith("~");
                continue;
            }
            Bracketed mention = bracketed()
                    .orElseThrow(
                            () -> fault("`%s` is not closed, or is not an expression".formatted(text.substring(open))));
            at = mention.end();
            trimNext = mention.right().endsWith("~");
            String kind = mention.kind();
            String inner = mention.inner().strip();
            if (kind.equals("{") != mention.right().startsWith("}")) {
                throw fault("`%s` opens and closes with different brackets".formatted(text.substring(open, at)));
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

    /**
     * What is between two brackets and two brackets.
     *
     * @param kind the sign after the opening ones, if there is one
     * @param right what is before the last two of the closing ones
     */
    private record Bracketed(String kind, String inner, String right, int end) {}

    private Optional<Bracketed> bracketed() {
        int start = text.startsWith("~", at + 2) ? at + 3 : at + 2;
        String kind = start < text.length() && "#/^{&".indexOf(text.charAt(start)) >= 0
                ? text.substring(start, start + 1)
                : "";
        int from = start + kind.length();
        int end = from;
        while (end < text.length() && "}~".indexOf(text.charAt(end)) < 0) {
            char c = text.charAt(end);
            int next = switch (c) {
                case '"', '\'' -> MentionReader.quoted(text, end, false);
                case '[' -> text.indexOf(']', end) + 1;
                default -> end + 1;
            };
            if (next <= end) {
                return Optional.empty();
            }
            end = next;
        }
        for (String right : text.startsWith("}}}}", end) ? List.<String>of() : List.of("}~", "}", "~", "")) {
            if (text.startsWith(right + "}}", end)) {
                return Optional.of(new Bracketed(kind, text.substring(from, end), right, end + right.length() + 2));
            }
        }
        return Optional.empty();
    }

    private void plain(List<Part> parts, String piece, boolean trimEnd) {
        String start = trimNext ? piece.stripLeading() : piece;
        String rest = trimEnd ? start.stripTrailing() : start;
        trimNext = false;
        if (!rest.isEmpty()) {
            parts.add(new Plain(rest));
        }
    }

    /** A block; with {@code {{else if …}}}, it contains another block that the same closing tag ends. */
    private Condition block(String inner, String closing) {
        String[] words = inner.split("\\s+", 2);
        boolean negated = words[0].equals("unless");
        if (words.length < 2 || !negated && !words[0].equals("if")) {
            throw fault(
                    "`%s` is an unknown block: only {{#if NAME}} and {{#unless NAME}} are supported".formatted(inner));
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
                .orElseThrow(() -> fault("`{{%s}}` is not an expression".formatted(inner)));
    }

    private MetadataFault fault(String what) {
        return new MetadataFault(
                "%s in `%s`: write expressions like {{version}} or {{date 'YYYYMMDD'}}.".formatted(what, text));
    }
}
