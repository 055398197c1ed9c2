package dev.slipway.detect.cargo;

import dev.slipway.detect.fact.Fact;
import dev.slipway.run.dry.ProjectNames;
import java.util.List;
import java.util.Optional;

/**
 * A package of a Cargo workspace, with what it inherits filled in.
 *
 * @param directory where it is in the repository; empty for the root
 * @param license an SPDX expression
 * @param licenseFile a file that takes the place of an expression
 * @param rustVersion the oldest Rust that it promises to build with
 * @param repository the address that its manifest gives
 * @param binstall where others look for its programs
 * @param publishable whether it may go to crates.io
 * @param features those that it has, in the order of its manifest
 * @param packaged what it says about packages for Debian and RPM
 * @param local what it depends on by path
 * @see <a href="https://doc.rust-lang.org/cargo/reference/manifest.html">The manifest format</a>
 */
public record CargoPackage(
        Fact<String> name,
        String directory,
        List<Fact<Binary>> binaries,
        Optional<Fact<String>> version,
        Optional<Fact<String>> description,
        Optional<Fact<String>> license,
        Optional<Fact<String>> licenseFile,
        Optional<Fact<String>> rustVersion,
        Optional<Fact<String>> repository,
        Optional<Binstall> binstall,
        boolean publishable,
        List<String> features,
        List<Fact<PackageMetadata>> packaged,
        List<LocalDependency> local) {
    public CargoPackage {
        binaries = List.copyOf(binaries);
        features = List.copyOf(features);
        packaged = List.copyOf(packaged);
        local = List.copyOf(local);
    }

    /** What it and its packages are called; Cargo's packers take the name of the crate, not that of a program. */
    public ProjectNames names() {
        return new ProjectNames(
                programs().stream().findFirst(), Optional.of(packageName("deb")), Optional.of(packageName("rpm")));
    }

    private String packageName(String kind) {
        return packaged.stream()
                .map(Fact::value)
                .filter(metadata -> metadata.kind().equals(kind))
                .flatMap(metadata -> metadata.name().stream())
                .findFirst()
                .orElse(name.value());
    }

    /** What builds need to make any binary: nothing if they make some as they are. */
    public List<String> neededFeatures() {
        return built().isEmpty()
                ? binaries.stream()
                        .flatMap(binary -> binary.value().missingFeatures().stream())
                        .distinct()
                        .toList()
                : List.of();
    }

    /** The binaries that are released: those that builds make as they are, else all. */
    public List<String> programs() {
        return built().isEmpty()
                ? binaries.stream().map(binary -> binary.value().name()).toList()
                : built();
    }

    /** The binaries that builds make without further features. */
    public List<String> built() {
        return binaries.stream()
                .map(Fact::value)
                .filter(Binary::built)
                .map(Binary::name)
                .toList();
    }
}
