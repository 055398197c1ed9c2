package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.detect.asset.FoundArchive;
import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.fact.Fact;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A build of a target that may not be the only one, such as one with other features.
 *
 * @param same all builds of its target, this one too
 */
record TargetVariant(FoundTarget found, List<FoundTarget> same) {
    static TargetVariant of(FoundTarget found, Repository repository) {
        return new TargetVariant(
                found,
                repository.release().targets().stream()
                        .map(Fact::value)
                        .filter(other -> other.triple().equals(found.triple()))
                        .toList());
    }

    /** Whether its target is built more than once, and not only by builds that set variables. */
    boolean isOneOfSeveral() {
        return same.stream()
                        .filter(other -> !found.own().isEmpty() || other.own().isEmpty())
                        .count()
                > 1;
    }

    /** Whether its file has the name of another one of its target, with more at the end, and from the same sources. */
    boolean isOfSameProgram() {
        String name = stem(found);
        return same.stream()
                .filter(other -> sources(other).equals(sources(found)))
                .map(TargetVariant::stem)
                .filter(other -> !other.isEmpty() && !other.equals(name))
                .anyMatch(other -> name.startsWith(other) || other.startsWith(name));
    }

    private static String stem(FoundTarget target) {
        return target.archive().map(FoundArchive::stem).orElse("");
    }

    private static String sources(FoundTarget target) {
        return target.flags().getOrDefault("package", "");
    }

    /** What is in the place of the platform in the name of its archive, such as {@code x86_64-unknown-linux-gnu-fips}. */
    Optional<String> platform(Naming naming) {
        String[] around = naming.text().value().split("\\{platform}", -1);
        return found.archive()
                .map(FoundArchive::stem)
                .filter(stem -> around.length == 2
                        && stem.length() > around[0].length() + around[1].length()
                        && stem.startsWith(around[0])
                        && stem.endsWith(around[1]))
                .map(stem -> stem.substring(around[0].length(), stem.length() - around[1].length()))
                .filter(word -> word.startsWith(found.triple()) && word.matches("[A-Za-z0-9_.-]++"));
    }

    /**
     * What it is called if it is not the only one of its target: its features, if no other has them.
     *
     * @param archive the name of its archive
     */
    String name(String archive) {
        String env = found.own().entrySet().stream()
                .map(entry -> entry.getKey() + entry.getValue())
                .collect(Collectors.joining("-"));
        boolean told = !found.features().isEmpty()
                && same.stream()
                                .filter(other -> other.features().equals(found.features()))
                                .count()
                        == 1;
        String rest = archive.replace(found.triple(), "");
        String own = rest.chars().anyMatch(Character::isLetter) ? rest : archive;
        String word = !env.isEmpty() ? env : told ? String.join("-", found.features()) : own;
        return word.replaceAll("\\{[a-z]++}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9.-]++", "-")
                .replaceAll("-{2,}+", "-")
                .replaceFirst("^[-.]++", "")
                .replaceFirst("(?<![-.])[-.]++$", "");
    }
}
