package dev.slipway.detect.git;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a repository names its releases if the newest is not a semantic version.
 *
 * @param scheme {@code calver} or {@code any}, as the key {@code tag-scheme} of a config has it
 * @param prefix what its tags have before the version
 * @param example the newest of them
 * @param only whether none of the last ones is a semantic version
 */
public record OtherTags(String scheme, String prefix, String example, boolean only) {
    /** Tags that move from commit to commit, and name no release. */
    private static final Pattern MOVING = Pattern.compile(
            "(?i)(?:.*[^a-z])?(?:nightly|latest|edge|dev|develop|canary|preview|weekly|daily|stable|unstable|snapshot|early-?access|continuous|tip"
                    + "|head|main|master|current|rolling|latest-commit)(?:[^a-z].*)?");

    private static final Pattern NUMBERED = Pattern.compile("([^0-9]*+)([0-9]{1,18}+(?:\\.[0-9]{1,18}+){0,3}+)");
    /** A year and a month. */
    private static final Pattern MONTH = Pattern.compile("[^0-9]*+(?:20)?[1-9][0-9]\\.0[1-9](?:\\.[0-9.]*+)?");

    private static final Pattern WORDED = Pattern.compile("[0-9]{1,18}+(?:\\.[0-9]{1,18}+){1,3}+-[0-9A-Za-z.-]++");
    private static final int RECENT = 10;

    /** Whether a tag moves from commit to commit. */
    public static boolean moves(String tag) {
        return MOVING.matcher(tag).matches();
    }

    /**
     * What the newest tags suggest; nothing if the newest of a release is a semantic version, or there is none.
     *
     * @param tags the newest first
     */
    public static Optional<OtherTags> of(List<String> tags) {
        List<String> released = tags.stream()
                .filter(tag -> !moves(tag))
                .filter(tag -> tags.stream().noneMatch(other -> isLineOf(tag, other)))
                .limit(RECENT)
                .toList();
        Optional<OtherTags> dated = dated(released);
        if (dated.isPresent() || released.isEmpty() || TagStyle.isSemantic(released.get(0))) {
            return dated;
        }
        String newest = released.get(0);
        boolean only = released.stream().noneMatch(TagStyle::isSemantic);
        Matcher numbers = NUMBERED.matcher(newest);
        if (numbers.matches()) {
            return Optional.of(new OtherTags("calver", numbers.group(1), newest, only));
        }
        String start = newest.replaceFirst("[0-9].*", "");
        boolean common = !start.equals(newest) && released.stream().allMatch(tag -> tag.startsWith(start));
        return Optional.of(new OtherTags("any", common ? start : "", newest, only));
    }

    /** In a row of dates, one with a month such as {@code 04}, {@code 25.10.7} is a semantic version only by chance. */
    private static Optional<OtherTags> dated(List<String> released) {
        return released.stream()
                .filter(tag -> MONTH.matcher(tag).matches() && !TagStyle.isSemantic(tag))
                .map(tag -> new OtherTags("calver", tag.replaceFirst("[0-9].*", ""), tag, true))
                .findFirst()
                .filter(tags -> released.stream().allMatch(tag -> {
                    Matcher numbers = NUMBERED.matcher(tag);
                    return numbers.matches() && numbers.group(1).equals(tags.prefix());
                }));
    }

    /**
     * One of the newest tags that has a word after its numbers, which the scheme {@code calver} does not read.
     *
     * @param tags the newest first
     */
    public Optional<String> prerelease(List<String> tags) {
        return scheme.equals("calver")
                ? tags.stream()
                        .limit(2 * RECENT)
                        .filter(tag -> tag.startsWith(prefix)
                                && WORDED.matcher(tag.substring(prefix.length()))
                                        .matches())
                        .findFirst()
                : Optional.empty();
    }

    /** Whether a tag such as {@code v1} moves with versions such as {@code v1.2.3}. */
    private static boolean isLineOf(String tag, String version) {
        return version.startsWith(tag + ".") && TagStyle.isSemantic(version);
    }

    /** Only the tags that move, if a repository has no others. */
    public static Optional<String> onlyMoving(List<String> tags) {
        return tags.stream().allMatch(OtherTags::moves) ? tags.stream().findFirst() : Optional.empty();
    }

    /** The filter that a workflow's {@code on.push.tags} needs. */
    public String pattern() {
        return prefix + (scheme.equals("calver") ? "[0-9]*" : "*");
    }
}
