package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.detect.asset.FoundArchive;
import dev.slipway.detect.cargo.CargoPackage;
import dev.slipway.detect.cargo.Rust;
import java.util.Optional;
import java.util.stream.Stream;

/** The name of the file for one platform that a manifest tells {@code cargo binstall}, if no workflow shows any. */
final class BinstallName {
    /** The platform. */
    static final String TRIPLE = "x86_64-unknown-linux-gnu";

    private BinstallName() {}

    /** A name with the word of the compiler in it. */
    static Optional<String> of(Repository repository) {
        return repository
                .rust()
                .filter(rust -> repository.linkedFile().isEmpty())
                .flatMap(Rust::shipped)
                .flatMap(BinstallName::archive)
                .map(FoundArchive::name)
                .filter(name -> name.contains(TRIPLE));
    }

    /** The format of all archives, if it is not the usual one on Windows. */
    static Optional<String> format(Repository repository) {
        return repository.rust().flatMap(Rust::shipped).flatMap(CargoPackage::binstall).stream()
                .flatMap(binstall -> Stream.of(TRIPLE, "x86_64-pc-windows-msvc")
                        .map(triple -> binstall.ending(triple).orElse("")))
                .distinct()
                .reduce((one, other) -> "")
                .map(ending -> ending.replaceFirst("^\\.", ""))
                .filter(format -> format.matches("tar\\.(?:gz|xz|zst)"));
    }

    static Optional<FoundArchive> archive(CargoPackage crate) {
        return crate.binstall()
                .flatMap(binstall -> binstall.archive(
                        TRIPLE,
                        crate.name().value(),
                        crate.built().stream().findFirst().orElse("")));
    }
}
