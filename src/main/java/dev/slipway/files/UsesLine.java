package dev.slipway.files;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a workflow that uses an action at a ref: the line is the head and the tail together.
 *
 * @param head everything before the {@code @}
 * @param action such as {@code actions/checkout}
 * @param tail the {@code @} and everything after it
 * @param ref a commit, a tag or a branch
 * @param comment the text after the {@code #}; may be empty
 * @see <a href="https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsuses">uses</a>
 */
record UsesLine(String head, String action, String tail, String ref, String comment) {
    private static final Pattern LINE = Pattern.compile("(?<head> *(?:- +)?uses: +(?<action>\\w[\\w.-]*(?:/[\\w.-]+)+))"
            + "(?<tail>@(?<ref>[^\\s#]+)(?:[ \\t]+#[ \\t]*(?<comment>.*))?)");
    /** No version is longer; a part of one that is not fits into a long. */
    private static final int LONGEST_NUMBER = 18;

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern VERSION = Pattern.compile(
            "(?:tag=)?v?(?<number>(?<major>\\d+)(?:\\.\\d+)*)(?:-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?");

    static Optional<UsesLine> parse(String line) {
        int word = 0;
        while (word < line.length() && " -".indexOf(line.charAt(word)) >= 0) {
            word++;
        }
        Matcher match = LINE.matcher(line);
        if (!line.startsWith("uses:", word) || !match.matches()) {
            return Optional.empty();
        }
        String comment = Optional.ofNullable(match.group("comment")).orElse("");
        return Optional.of(new UsesLine(
                match.group("head"), match.group("action"), match.group("tail"), match.group("ref"), comment));
    }

    /** Whether this ref may replace the one that slipway wants: a commit, or a tag of the same major version. */
    boolean mayReplace(UsesLine wanted) {
        boolean sound = comment.isEmpty()
                || comment.equals(wanted.comment)
                || majorOf(comment).isPresent();
        return sound && (isCommit() || (majorOf(ref).isPresent() && majorOf(ref).equals(wanted.major())));
    }

    /** Whether both lines name a version, and the other one's is higher; what else a version says does not count. */
    boolean olderThan(UsesLine other) {
        return number().isPresent()
                && other.number().isPresent()
                && Arrays.compare(number().get(), other.number().get()) < 0;
    }

    private Optional<long[]> number() {
        Matcher match = VERSION.matcher(comment.isEmpty() ? ref : comment);
        if (!match.matches() || match.group("number").length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        List<Object> parts = Collections.list(new StringTokenizer(match.group("number"), "."));
        return Optional.of(parts.stream()
                .mapToLong(part -> Long.parseLong(part.toString()))
                .toArray());
    }

    UsesLine withTail(UsesLine other) {
        return new UsesLine(head, action, other.tail, other.ref, other.comment);
    }

    /**
     * The line without what a bot may change in it: commits are all alike, and so are tags of one major version. Any
     * other ref, and a comment that is not a version, stay visible.
     */
    String withoutPin() {
        String kind =
                isCommit() ? "<commit>" : majorOf(ref).map(major -> "v" + major).orElse(ref);
        return head + "@" + kind + (comment.isEmpty() || majorOf(comment).isPresent() ? "" : " # " + comment);
    }

    private boolean isCommit() {
        return COMMIT.matcher(ref).matches();
    }

    private Optional<String> major() {
        return majorOf(comment).or(() -> isCommit() ? Optional.empty() : majorOf(ref));
    }

    private static Optional<String> majorOf(String version) {
        Matcher match = VERSION.matcher(version);
        return match.matches() ? Optional.of(match.group("major")) : Optional.empty();
    }

    @Override
    public String toString() {
        return head + tail;
    }
}
