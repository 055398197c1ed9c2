package dev.slipway.detect.git;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a repository writes its release tags: what stands before the version.
 *
 * @param prefix {@code v}, nothing, or a name such as {@code tool-v}
 * @param example a tag of that style
 */
public record TagStyle(String prefix, String example) {
    /** A number of a semantic version does not begin with a zero. */
    private static final String NUMBER = "(?:0|[1-9]\\d*+)";

    /** So many releases in a row are no habit of one of several packages. */
    private static final int LONG = 20;

    private static final Pattern VERSIONED =
            Pattern.compile("(|.*[^0-9.])(" + NUMBER + "\\." + NUMBER + "\\." + NUMBER + "(?:[-+][0-9A-Za-z.+-]+)?)");

    /** The filter that a workflow's {@code on.push.tags} needs. */
    public String pattern() {
        return prefix.isEmpty() ? "[0-9]+.[0-9]+.[0-9]+*" : prefix + "*";
    }

    /**
     * The style of a project's tags.
     *
     * @param tags newest first
     * @param version the version that the project has now
     * @param names of the package and its binaries; a prefix may contain one
     */
    public static Optional<TagStyle> of(List<String> tags, Optional<String> version, List<String> names) {
        List<TagStyle> every = tags.stream().flatMap(tag -> read(tag).stream()).toList();
        List<TagStyle> fixed = every.stream()
                .filter(style -> !OtherTags.moves(style.example()))
                .toList();
        List<TagStyle> all = fixed.isEmpty() ? every : fixed;
        Optional<TagStyle> current = all.stream()
                .filter(style -> style.versionIs(version))
                .min(Comparator.comparing(style -> !style.familiar(names)));
        return current.or(() -> lasting(all))
                .or(() -> all.stream().filter(style -> style.familiar(names)).findFirst())
                .or(() -> all.stream().findFirst());
    }

    /** The style of the newest tags, if it has been the only one for long. */
    private static Optional<TagStyle> lasting(List<TagStyle> all) {
        List<TagStyle> newest = all.stream().limit(LONG).toList();
        return newest.size() == LONG
                        && newest.stream().map(TagStyle::prefix).distinct().count() == 1
                ? Optional.of(newest.get(0))
                : Optional.empty();
    }

    /** The style of the newest tag with a prefix; nothing if there is none. */
    public static Optional<TagStyle> begun(List<String> tags, String prefix) {
        return tags.stream()
                .flatMap(tag -> read(tag).stream())
                .filter(style -> style.prefix().equals(prefix))
                .findFirst();
    }

    /** The style of the newest tag with each prefix. */
    public static List<TagStyle> newest(List<String> tags) {
        Map<String, TagStyle> newest = new LinkedHashMap<>();
        tags.stream().flatMap(tag -> read(tag).stream()).forEach(style -> newest.putIfAbsent(style.prefix(), style));
        return List.copyOf(newest.values());
    }

    /** The version of the example. */
    public String version() {
        return example.substring(prefix.length());
    }

    /** The style of the newest tag that names a project; nothing if there is none. */
    public static Optional<TagStyle> naming(List<String> tags, String name) {
        return tags.stream()
                .flatMap(tag -> read(tag).stream())
                .filter(style -> style.names(name))
                .findFirst();
    }

    /** Whether a tag ends with a semantic version. */
    public static boolean isSemantic(String tag) {
        return read(tag).isPresent();
    }

    private static Optional<TagStyle> read(String tag) {
        Matcher matcher = VERSIONED.matcher(tag);
        return matcher.matches() ? Optional.of(new TagStyle(matcher.group(1), tag)) : Optional.empty();
    }

    private boolean versionIs(Optional<String> version) {
        return version.isPresent() && example.equals(prefix + version.get());
    }

    /** Whether it is a plain one, or one that names what is released. */
    private boolean familiar(List<String> names) {
        return prefix.isEmpty() || prefix.equals("v") || names.stream().anyMatch(this::names);
    }

    /** Whether the prefix ends with a name, behind a sign and in front of one. */
    private boolean names(String name) {
        String plain = prefix.endsWith("v") ? prefix.substring(0, prefix.length() - 1) : prefix;
        int end = plain.length() - 1;
        int start = end - name.length();
        return start >= 0
                && isSign(plain.charAt(end))
                && plain.startsWith(name, start)
                && (start == 0 || isSign(plain.charAt(start - 1)));
    }

    private static boolean isSign(char c) {
        return "-_/@".indexOf(c) >= 0;
    }
}
