package dev.slipway.plan;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The versions that a repository has tags of, prereleases left out. It decides as {@code newest.sh} does in the
 * workflow: build metadata is not compared, but a version that has some counts.
 */
public record ReleasedVersions(List<Tag> tags) {
    private static final Comparator<Tag> BY_VERSION = (one, other) -> compare(numbers(one), numbers(other));

    public ReleasedVersions {
        tags = List.copyOf(tags);
    }

    /** Reads the names of tags with semantic versions. */
    public static ReleasedVersions of(List<String> names, String prefix) {
        return of(names, new TagRule(List.of(prefix + "*"), prefix));
    }

    /** Reads the names of tags, and ignores tags without a version. */
    public static ReleasedVersions of(List<String> names, TagRule rule) {
        return new ReleasedVersions(names.stream()
                .filter(name -> rule.ordered() && name.startsWith(rule.prefix()))
                .flatMap(name -> rule.read(name).stream())
                .filter(tag -> !tag.prerelease())
                .toList());
    }

    /** Whether a release becomes the newest of its line. */
    public boolean leads(Tag tag, Line line) {
        return !tag.prerelease() && newerThan(tag, line).isEmpty();
    }

    /** The newest of all. */
    public Optional<Tag> newest() {
        return tags.stream().max(BY_VERSION);
    }

    /** The newest of the line of a version, if that is a newer one. */
    public Optional<Tag> newerThan(Tag tag, Line line) {
        List<BigInteger> own = shared(tag, line);
        return tags.stream()
                .filter(other -> shared(other, line).equals(own))
                .max(BY_VERSION)
                .filter(newest -> BY_VERSION.compare(newest, tag) > 0);
    }

    /** The numbers that all versions of a line share; not every scheme has so many. */
    private static List<BigInteger> shared(Tag tag, Line line) {
        List<BigInteger> all = numbers(tag);
        return all.subList(0, Math.min(line.numbers(), all.size()));
    }

    private static List<BigInteger> numbers(Tag tag) {
        return Stream.of(tag.version().replaceFirst("[-+].*", "").split("\\."))
                .map(BigInteger::new)
                .toList();
    }

    private static int compare(List<BigInteger> one, List<BigInteger> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
