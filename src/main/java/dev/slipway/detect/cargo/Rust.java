package dev.slipway.detect.cargo;

import dev.slipway.detect.fact.Fact;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a Cargo project says about its release.
 *
 * @param shipped the package whose binaries are released, if one stands out
 * @param companions other packages whose programs are released with it
 * @param candidates every package that could be; one, or several to choose from
 * @param apart whether each released package has its own archives
 * @param packages all packages of the workspace
 * @param toolchain the version or channel to build with
 * @param otherToolchains those with which some targets are built
 * @param locked whether {@code Cargo.lock} is committed; absent if git could not be asked
 * @param history why the build needs the git history; absent if it does not
 * @param strip what the release profile strips
 * @param nativeLibraries libraries in C that the build compiles or links
 * @param links why builds need OpenSSL
 */
public record Rust(
        Optional<CargoPackage> shipped,
        List<CargoPackage> companions,
        List<CargoPackage> candidates,
        boolean apart,
        List<CargoPackage> packages,
        Optional<Fact<String>> toolchain,
        List<OtherToolchain> otherToolchains,
        Optional<Fact<Boolean>> locked,
        Optional<Fact<String>> history,
        Optional<Fact<String>> strip,
        List<Fact<String>> nativeLibraries,
        Linking links) {
    public Rust {
        companions = List.copyOf(companions);
        candidates = List.copyOf(candidates);
        packages = List.copyOf(packages);
        otherToolchains = List.copyOf(otherToolchains);
        nativeLibraries = List.copyOf(nativeLibraries);
    }

    /** Says why a build needs OpenSSL; nothing if it does not. */
    @FunctionalInterface
    public interface Linking {
        Optional<OpenSsl> openssl(Set<String> features, boolean defaultFeatures);
    }

    /** Why a build without options needs OpenSSL; absent if it does not. */
    public Optional<OpenSsl> openssl() {
        return links.openssl(Set.of(), true);
    }

    /** The package of that name. */
    public Optional<CargoPackage> named(String name) {
        return packages.stream()
                .filter(candidate -> candidate.name().value().equals(name))
                .findFirst();
    }
}
