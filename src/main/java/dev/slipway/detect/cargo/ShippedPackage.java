package dev.slipway.detect.cargo;

import dev.slipway.detect.asset.FoundArchive;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.git.Git;
import dev.slipway.detect.git.GitHubAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which package of a workspace a release ships.
 *
 * @param all every package
 * @param candidates those with a binary that people would want
 * @param one the one that stands out
 * @param companions other packages whose programs are released with it
 * @param apart whether each released package has its own archives, as with dist
 * @param manifests its manifest; if none stands out, those of all candidates
 */
public record ShippedPackage(
        List<CargoPackage> all,
        List<CargoPackage> candidates,
        Optional<CargoPackage> one,
        List<CargoPackage> companions,
        boolean apart,
        List<CargoManifest> manifests) {
    /** Instead of names, if a job packs every program that a build leaves. */
    static final String EVERY = "*";

    private static final Set<String> WORKSHOPS = Set.of(
            "xtask",
            "xtasks",
            "fuzz",
            "example",
            "examples",
            "bench",
            "benches",
            "benchmark",
            "benchmarks",
            "benchsuite",
            "test",
            "tests",
            "testing",
            "fixture",
            "fixtures",
            "tools",
            "ci");

    /**
     * Chooses.
     *
     * @param released the programs that each job of existing workflows hands out
     * @param wanted the name of the package that somebody asked for
     */
    public static ShippedPackage of(
            RepositoryFiles files,
            Git git,
            CargoWorkspace workspace,
            List<Set<String>> released,
            Optional<String> wanted) {
        DistFiles dist = DistFiles.of(files);
        List<CargoPackage> all = workspace.packages().stream()
                .map(manifest -> describe(files, manifest, dist))
                .toList();
        List<String> distributed = workspace.packages().stream()
                .filter(dist::releases)
                .map(CargoManifest::directory)
                .toList();
        List<CargoPackage> shipping = shipping(workspace, all, distributed);
        // a tool that is in no registry may still be released, but not together with one that is
        List<CargoPackage> candidates = preferring(shipping, CargoPackage::publishable);
        Optional<CargoPackage> asked = all.stream()
                .filter(crate -> wanted.equals(Optional.of(crate.name().value())))
                .filter(crate -> !crate.binaries().isEmpty())
                .findFirst();
        Optional<CargoPackage> one = asked.or(() -> eponymous(shipping, repository(git, all)))
                .or(() -> candidates.size() == 1 ? Optional.of(candidates.get(0)) : handedOut(candidates, released));
        List<CargoPackage> companions = candidates.stream()
                .filter(other ->
                        one.isPresent() && asked.isEmpty() && !one.get().equals(other))
                .filter(other -> together(one.get(), other, released))
                .toList();
        List<String> directories = one.map(List::of).orElse(candidates).stream()
                .map(CargoPackage::directory)
                .toList();
        List<CargoManifest> manifests = workspace.packages().stream()
                .filter(manifest -> directories.contains(manifest.directory()))
                .toList();
        return new ShippedPackage(all, candidates, one, companions, !distributed.isEmpty(), manifests);
    }

    /** Whether a package is for users rather than for those who work on it. */
    static boolean mayShip(CargoManifest manifest) {
        return mayShip(manifest.top().text("package", "name").orElse(""), manifest.directory());
    }

    /** A package at the root is the project itself, whatever it is called. */
    private static boolean mayShip(String name, String directory) {
        return directory.isEmpty()
                || !WORKSHOPS.contains(name)
                        && Arrays.stream(directory.split("/")).noneMatch(WORKSHOPS::contains);
    }

    private static List<CargoPackage> shipping(
            CargoWorkspace workspace, List<CargoPackage> all, List<String> distributed) {
        List<CargoPackage> programs = all.stream()
                .filter(candidate -> !candidate.binaries().isEmpty())
                .toList();
        List<CargoPackage> released = programs.stream()
                .filter(candidate -> distributed.contains(candidate.directory()))
                .toList();
        Predicate<CargoPackage> useable = candidate -> mayShip(candidate.name().value(), candidate.directory());
        if (!released.isEmpty()) {
            return preferring(released, useable);
        }
        List<CargoPackage> useful = preferring(
                programs.stream().filter(useable).toList(),
                candidate -> !candidate.built().isEmpty());
        Optional<CargoPackage> root = useful.stream()
                .filter(candidate -> candidate.directory().isEmpty())
                .findFirst();
        if (root.isPresent()) {
            return List.of(root.get());
        }
        return preferring(useful, candidate -> workspace.defaults().contains(candidate.directory()));
    }

    private static List<CargoPackage> preferring(List<CargoPackage> packages, Predicate<CargoPackage> wish) {
        List<CargoPackage> preferred = packages.stream().filter(wish).toList();
        return preferred.isEmpty() ? packages : preferred;
    }

    private static Optional<String> repository(Git git, List<CargoPackage> all) {
        Optional<String> declared = all.stream()
                .flatMap(found -> found.repository().stream())
                .flatMap(address -> GitHubAddress.repository(address.value()).stream())
                .findFirst();
        return git.repository().map(Fact::value).or(() -> declared).map(name -> name.replaceFirst("^.*/", ""));
    }

    private static Optional<CargoPackage> eponymous(List<CargoPackage> candidates, Optional<String> repository) {
        List<CargoPackage> matching = candidates.stream()
                .filter(candidate -> repository.isPresent() && candidate.built().contains(repository.get()))
                .toList();
        return matching.size() == 1
                ? Optional.of(matching.get(0))
                : candidates.stream()
                        .filter(candidate ->
                                repository.equals(Optional.of(candidate.name().value())))
                        .findFirst();
    }

    private static Optional<CargoPackage> handedOut(List<CargoPackage> candidates, List<Set<String>> released) {
        List<CargoPackage> matching = candidates.stream()
                .filter(candidate -> candidate.built().stream()
                        .anyMatch(program -> released.stream().anyMatch(job -> job.contains(program))))
                .toList();
        return matching.stream().findFirst();
    }

    /** Whether the programs of two packages are in one archive. */
    private static boolean together(CargoPackage one, CargoPackage other, List<Set<String>> released) {
        Optional<String> own = archive(one);
        boolean same = own.isPresent() && own.equals(archive(other));
        return same
                || released.stream()
                        .anyMatch(job ->
                                job.contains(EVERY) || job.containsAll(other.built()) && job.containsAll(one.built()));
    }

    private static Optional<String> archive(CargoPackage crate) {
        return crate.binstall()
                .flatMap(binstall -> binstall.archive(
                        "x86_64-unknown-linux-gnu", crate.name().value(), ""))
                .map(FoundArchive::name);
    }

    private static CargoPackage describe(RepositoryFiles files, CargoManifest manifest, DistFiles dist) {
        return new CargoPackage(
                manifest.text("name").orElseThrow(),
                manifest.directory(),
                Binaries.of(files, manifest, dist.features(manifest)),
                manifest.text("version"),
                manifest.text("description")
                        .map(fact -> fact.map(text -> text.strip().replaceAll("\\s+", " "))),
                license(manifest),
                manifest.text("license-file"),
                manifest.text("rust-version").or(() -> offered(manifest, "rust-version")),
                manifest.text("repository"),
                Binstall.of(manifest),
                manifest.publishable(),
                Features.all(manifest),
                PackageMetadata.of(manifest),
                LocalDependency.all(manifest));
    }

    /** What the workspace offers to its packages says what holds for all, if a package forgets to take it. */
    private static Optional<Fact<String>> offered(CargoManifest manifest, String key) {
        return manifest.workspace().flatMap(table -> CargoManifest.offered(table, key));
    }

    private static Optional<Fact<String>> license(CargoManifest manifest) {
        boolean own = manifest.top().has("package", "license-file");
        return manifest.text("license")
                .or(() -> own ? Optional.empty() : offered(manifest, "license"))
                .map(fact -> fact.map(ShippedPackage::spdx));
    }

    /** Before SPDX expressions, Cargo separated alternatives by a slash. */
    private static String spdx(String license) {
        return license.strip().replaceAll("(?<!\\s)\\s*+/\\s*+", " OR ");
    }
}
