package dev.slipway.detect.doctor;

import dev.slipway.detect.Repository;
import dev.slipway.detect.asset.AssetNames;
import dev.slipway.detect.cargo.CargoPackage;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.published.Comparison;
import dev.slipway.published.Comparison.Change;
import dev.slipway.published.PublishedRelease;
import dev.slipway.source.English;
import dev.slipway.source.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reports what stops working if files of an existing release are renamed or missing.
 *
 * @param old the release that people download today
 * @param comparison its files, compared with those that are planned
 */
public record LostNames(PublishedRelease old, Comparison comparison) {
    private static final String DOWNLOADS =
            "https://docs.github.com/en/repositories/releasing-projects-on-github/linking-to-releases";
    private static final String BINSTALL = "https://github.com/cargo-bins/cargo-binstall/blob/main/SUPPORT.md";

    /** What this compares, for the list of what was looked at. */
    public static final String SUBJECT = "file names of the last release";

    /**
     * All of it, the names themselves first.
     *
     * @param known what is said already, perhaps of the same lines
     */
    public List<Advice> advise(Path directory, Repository repository, Setup setup, List<Advice> known) {
        List<Comparison.Row> lost = comparison.lost();
        if (lost.isEmpty()) {
            return List.of();
        }
        List<Advice> advice = new ArrayList<>();
        advice.add(names(lost, setup));
        binstall(repository, setup).ifPresent(advice::add);
        lookups().ifPresent(advice::add);
        advice.addAll(new Mentions(old, lost, comparison.after())
                .in(new RepositoryFiles(directory.toAbsolutePath().normalize(), Set.of()), repository.git()));
        return advice;
    }

    private Advice names(List<Comparison.Row> lost, Setup setup) {
        int renamed = comparison.of(Change.RENAMED).size();
        String release = old.tag().map(tag -> "the release " + tag).orElse(old.source());
        return new Advice(
                Severity.ERROR,
                "lost-name",
                "of the files in " + release + ", " + English.count(renamed, "is", "are") + " renamed and "
                        + English.count(lost.size() - renamed, "is", "are") + " missing",
                "the table lists them; to change names, use 'archive', 'checksums', 'packages' and 'as' of a target "
                        + "in " + setup.config(),
                DOWNLOADS);
    }

    /** Without an address in the manifest, {@code cargo binstall} tries a handful of names. */
    private Optional<Advice> binstall(Repository repository, Setup setup) {
        Optional<CargoPackage> crate = repository
                .rust()
                .flatMap(rust -> setup.rust()
                        .flatMap(Setup.Cargo::crate)
                        .flatMap(rust::named)
                        .or(rust::shipped))
                .filter(found -> found.binstall().isEmpty());
        if (crate.isEmpty()) {
            return Optional.empty();
        }
        String name = crate.get().name().value();
        List<Setup.Build> broken = setup.builds().stream()
                .filter(build -> finds(old.names(), name, build.triple()))
                .filter(build -> !finds(comparison.after(), name, build.triple()))
                .toList();
        return broken.stream()
                .findFirst()
                .map(first -> new Advice(
                        Severity.ERROR,
                        "binstall",
                        "'cargo binstall " + name + "' finds files by their names, but will no longer find those for "
                                + broken.stream().map(Setup.Build::triple).collect(Collectors.joining(", ")),
                        BinstallCheck.help(first, setup),
                        BINSTALL));
    }

    private boolean finds(List<String> names, String crate, String triple) {
        String version = old.version();
        List<String> stems = Stream.of("-", "_")
                .flatMap(joint -> Stream.concat(
                        Stream.of(crate + joint + triple),
                        Stream.of(version, "v" + version)
                                .flatMap(mark -> Stream.of(
                                        crate + joint + triple + joint + mark, crate + joint + mark + joint + triple))))
                .toList();
        return names.stream()
                .anyMatch(name ->
                        stems.contains(name.replaceFirst("(?:" + AssetNames.ENDINGS + "|\\.(?:tar|exe|bin))$", "")));
    }

    /** {@code ubi}, {@code eget} and {@code mise} look for words that mean the system and the processor. */
    private Optional<Advice> lookups() {
        List<String> machines = comparison.lost().stream()
                .map(Comparison.Row::before)
                .flatMap(name -> old.machine(name).stream())
                .distinct()
                .filter(machine -> !machine.startsWith("android-")) // none of them looks for programs for Termux
                .filter(machine -> !served(machine))
                .toList();
        return machines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Advice(
                        Severity.ERROR,
                        "lookup",
                        "the release no longer has files for " + String.join(", ", machines)
                                + ", for which 'ubi', 'eget' and 'mise' look",
                        "build for it, or tell people where to get it instead",
                        DOWNLOADS));
    }

    /** Whether people with a machine find a file: on a Mac, one for both processors is as good as one for each. */
    private boolean served(String machine) {
        Set<String> machines = comparison.after().stream()
                .flatMap(name -> old.machine(name).stream())
                .collect(Collectors.toSet());
        return machines.contains(machine)
                || machine.equals("macos-universal") && machines.containsAll(Set.of("macos-amd64", "macos-arm64"))
                || machine.startsWith("macos-") && machines.contains("macos-universal")
                || machine.equals("linux-arm") && machines.stream().anyMatch(one -> one.startsWith("linux-armv"));
    }
}
