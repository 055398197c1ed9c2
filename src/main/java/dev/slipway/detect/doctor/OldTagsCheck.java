package dev.slipway.detect.doctor;

import dev.slipway.detect.Repository;
import dev.slipway.detect.cargo.CargoPackage;
import dev.slipway.detect.cargo.Rust;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.git.OtherTags;
import dev.slipway.source.Severity;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the tags of the newest releases with those that the release takes, and with the version to come. */
record OldTagsCheck() implements Check {
    private static final int NEWEST = 10;
    private static final Pattern VERSION = Pattern.compile("([0-9]{1,9}+)\\.([0-9]{1,9}+)\\.([0-9]{1,9}+)(-.*+)?");
    private static final String URL = "https://semver.org/#spec-item-11";

    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.when(
                "the newest tags and the next version", !repository.git().tags().isEmpty());
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        return Stream.concat(refused(repository, setup).stream(), higher(repository, setup).stream())
                .toList();
    }

    /** The newest of all is what {@link TagsCheck} is about. */
    private static Optional<Advice> refused(Repository repository, Setup setup) {
        List<String> refused = repository.git().tags().stream()
                .filter(tag -> !OtherTags.moves(tag))
                .limit(NEWEST)
                .filter(tag -> setup.tags().starts().test(tag)
                        && !setup.tags().releases().test(tag))
                .filter(tag -> repository.git().tags().stream().noneMatch(other -> other.startsWith(tag + ".")))
                .toList();
        boolean said = OtherTags.of(repository.git().tags())
                .filter(other -> !setup.tags().releases().test(other.example()))
                .isPresent();
        return refused.isEmpty() || said
                ? Optional.empty()
                : Optional.of(new Advice(
                                Severity.WARNING,
                                "tags",
                                "a release of these recent tags would stop at 'Check the tag': "
                                        + refused.stream()
                                                .map(tag -> "'" + tag + "'")
                                                .collect(Collectors.joining(", "))
                                        + "; the version is not " + setup.tags().expected(),
                                "push tags such as '" + setup.tags().example() + "'",
                                URL)
                        .at(setup.key("/tag")));
    }

    /** GitHub's "latest", and every tool that sorts versions, stays with the higher one. */
    private static Optional<Advice> higher(Repository repository, Setup setup) {
        Optional<Fact<String>> next = repository.rust().flatMap(Rust::shipped).flatMap(CargoPackage::version);
        Optional<Numbers> coming = next.flatMap(fact -> Numbers.of(fact.value()));
        if (coming.isEmpty()) {
            return Optional.empty();
        }
        return repository.git().tags().stream()
                .filter(setup.tags().releases())
                .flatMap(tag -> Numbers.in(tag).stream()
                        .filter(numbers -> numbers.compareTo(coming.get()) > 0)
                        .map(numbers -> new Fact<>(numbers, tag)))
                .max(Comparator.comparing(Fact::value))
                .map(tag -> new Advice(
                                Severity.WARNING,
                                "tags",
                                "the tag '" + tag.from() + "' is higher than '"
                                        + next.get().value()
                                        + "', the version in the sources: a release below this tag does not become the latest",
                                "raise the version above it, or delete the tag if it has no release",
                                URL)
                        .at(next.get().where()));
    }

    /** A full version; a prerelease comes before it. */
    private record Numbers(BigInteger major, BigInteger minor, BigInteger patch) implements Comparable<Numbers> {
        static Optional<Numbers> of(String version) {
            Matcher numbers = VERSION.matcher(version);
            return numbers.matches() && numbers.group(4) == null
                    ? Optional.of(new Numbers(
                            new BigInteger(numbers.group(1)),
                            new BigInteger(numbers.group(2)),
                            new BigInteger(numbers.group(3))))
                    : Optional.empty();
        }

        /** What follows the prefix of a tag. */
        static Optional<Numbers> in(String tag) {
            int start = Math.max(Math.max(tag.lastIndexOf('v'), tag.lastIndexOf('/')), tag.lastIndexOf('-'));
            return of(tag.substring(start + 1));
        }

        @Override
        public int compareTo(Numbers other) {
            int first = major.compareTo(other.major);
            int second = first != 0 ? first : minor.compareTo(other.minor);
            return second != 0 ? second : patch.compareTo(other.patch);
        }
    }
}
