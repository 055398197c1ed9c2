package dev.slipway.detect;

import java.util.Comparator;
import java.util.List;
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
    private static final Pattern VERSIONED =
            Pattern.compile("(|.*[^0-9.])(\\d+\\.\\d+\\.\\d+(?:[-+][0-9A-Za-z.+-]+)?)");

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
    static Optional<TagStyle> of(List<String> tags, Optional<String> version, List<String> names) {
        List<TagStyle> all = tags.stream().flatMap(tag -> read(tag).stream()).toList();
        Comparator<TagStyle> current = Comparator.comparing(style -> !style.versionIs(version));
        Comparator<TagStyle> familiar = Comparator.comparing(style -> style.strangeness(names));
        return all.stream().min(current.thenComparing(familiar));
    }

    private static Optional<TagStyle> read(String tag) {
        Matcher matcher = VERSIONED.matcher(tag);
        return matcher.matches() ? Optional.of(new TagStyle(matcher.group(1), tag)) : Optional.empty();
    }

    private boolean versionIs(Optional<String> version) {
        return version.isPresent() && example.equals(prefix + version.get());
    }

    private int strangeness(List<String> names) {
        if (prefix.isEmpty() || prefix.equals("v")) {
            return 0;
        }
        return names.stream().anyMatch(name -> prefix.equals(name + "-v") || prefix.equals(name + "-")) ? 1 : 2;
    }
}
