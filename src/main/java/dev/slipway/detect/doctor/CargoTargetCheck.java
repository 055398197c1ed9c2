package dev.slipway.detect.doctor;

import dev.slipway.detect.Repository;
import dev.slipway.detect.cargo.Binary;
import dev.slipway.detect.cargo.CargoPackage;
import dev.slipway.detect.cargo.Rust;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.FoundAt;
import dev.slipway.source.Severity;
import dev.slipway.source.Suggestion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sees whether the package and the binaries that a release ships are still there. */
record CargoTargetCheck() implements Check {
    private static final String URL = "https://doc.rust-lang.org/cargo/reference/cargo-targets.html#binaries";

    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.when(
                "packages and programs in Cargo.toml", setup.rust().isPresent());
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        if (setup.rust().isEmpty()) {
            return List.of();
        }
        if (repository.rust().isEmpty()) {
            return List.of(error("Cargo.toml is missing, but the release builds with cargo", "")
                    .at(setup.key("/rust")));
        }
        Rust rust = repository.rust().get();
        if (rust.packages().isEmpty()) {
            return List.of(error("Cargo.toml has no package", "").at(FoundAt.file("Cargo.toml")));
        }
        return packages(rust, setup.rust().get(), setup);
    }

    private static List<Advice> packages(Rust rust, Setup.Cargo cargo, Setup setup) {
        if (cargo.crate().isEmpty()) {
            return binaries(rust.packages(), cargo, setup);
        }
        String wanted = cargo.crate().get();
        Optional<CargoPackage> found = rust.named(wanted);
        if (found.isEmpty()) {
            List<String> names =
                    rust.packages().stream().map(one -> one.name().value()).toList();
            return List.of(error("the workspace has no package '" + wanted + "'", help(wanted, names, setup))
                    .at(setup.key("/rust/package")));
        }
        return binaries(List.of(found.get()), cargo, setup);
    }

    private static List<Advice> binaries(List<CargoPackage> packages, Setup.Cargo cargo, Setup setup) {
        return cargo.binaries().stream()
                .flatMap(name -> binary(name, packages, setup).stream())
                .toList();
    }

    private static Optional<Advice> binary(String name, List<CargoPackage> packages, Setup setup) {
        List<Binary> all = packages.stream()
                .flatMap(one -> one.binaries().stream())
                .map(Fact::value)
                .toList();
        List<Binary> same = all.stream().filter(one -> one.name().equals(name)).toList();
        if (same.isEmpty()) {
            List<String> names = all.stream().map(Binary::name).toList();
            return Optional.of(error("cargo builds no binary '" + name + "'", help(name, names, setup))
                    .at(setup.key("/rust/bins")));
        }
        if (same.stream().noneMatch(Binary::built)) {
            String features = String.join(", ", same.get(0).missingFeatures());
            return Optional.of(error(
                            "the binary '" + name + "' is built only with the features: " + features,
                            "write 'features: [" + features + "]' under 'rust' in " + setup.config())
                    .at(setup.key("/rust/bins")));
        }
        return Optional.empty();
    }

    private static String help(String wanted, List<String> names, Setup setup) {
        Stream<String> near = Suggestion.nearest(wanted, names).map(name -> "did you mean '" + name + "'?").stream();
        return near.findFirst()
                .orElseGet(() -> names.isEmpty()
                        ? ""
                        : "use one of these in " + setup.config() + ": " + String.join(", ", names));
    }

    private static Advice error(String message, String help) {
        return new Advice(Severity.ERROR, "cargo", message, help, URL);
    }
}
