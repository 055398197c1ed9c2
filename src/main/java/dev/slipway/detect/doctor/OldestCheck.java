package dev.slipway.detect.doctor;

import dev.slipway.detect.Repository;
import dev.slipway.detect.cargo.CargoPackage;
import dev.slipway.detect.fact.Fact;
import dev.slipway.source.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Sees whether the oldest Rust that is tried is the one that the manifest promises. */
record OldestCheck() implements Check {
    private static final String URL = "https://doc.rust-lang.org/cargo/reference/rust-version.html";

    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.when(
                        "the Rust version that 'msrv' tests",
                        setup.rust().flatMap(Setup.Cargo::oldest).isPresent())
                .unless(repository.rust().isEmpty(), "Cargo.toml is missing");
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        Optional<Fact<String>> promised = repository
                .rust()
                .flatMap(rust -> setup.rust()
                        .flatMap(Setup.Cargo::crate)
                        .flatMap(rust::named)
                        .or(rust::shipped))
                .flatMap(CargoPackage::rustVersion);
        Optional<String> tried = setup.rust().flatMap(Setup.Cargo::oldest);
        return promised
                .filter(fact ->
                        tried.filter(version -> !same(version, fact.value())).isPresent())
                .map(fact -> new Advice(
                                Severity.WARNING,
                                "rust-version",
                                "the manifest promises Rust " + fact.value() + ", but 'msrv' tests Rust "
                                        + tried.orElse(""),
                                "write 'rust-version: " + fact.value() + "' in " + setup.config() + ", or change "
                                        + fact.from(),
                                URL)
                        .at(setup.key("/rust/rust-version")))
                .stream()
                .toList();
    }

    private static boolean same(String one, String other) {
        return one.replaceFirst("(?<=\\.\\d{1,4})\\.0$", "").equals(other.replaceFirst("(?<=\\.\\d{1,4})\\.0$", ""));
    }
}
