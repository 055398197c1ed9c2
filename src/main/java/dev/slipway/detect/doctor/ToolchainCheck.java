package dev.slipway.detect.doctor;

import dev.slipway.detect.Repository;
import dev.slipway.detect.cargo.CargoPackage;
import dev.slipway.detect.cargo.Rust;
import dev.slipway.detect.fact.Fact;
import dev.slipway.source.Severity;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Compares the toolchain of a release with the oldest that the package accepts, and with the pinned one. */
record ToolchainCheck() implements Check {
    private static final String VERSION = "\\d+\\.\\d+(\\.\\d+)?";
    private static final String RUST_VERSION_URL = "https://doc.rust-lang.org/cargo/reference/rust-version.html";
    private static final String OVERRIDES_URL = "https://rust-lang.github.io/rustup/overrides.html";

    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.when(
                        "the version of Rust, rust-version and rust-toolchain",
                        setup.rust()
                                .flatMap(Setup.Cargo::toolchain)
                                .filter(name -> name.matches(VERSION))
                                .isPresent())
                .unless(repository.rust().isEmpty(), "Cargo.toml is missing");
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        Optional<String> toolchain =
                setup.rust().flatMap(Setup.Cargo::toolchain).filter(name -> name.matches(VERSION));
        Optional<Rust> rust = repository.rust();
        if (toolchain.isEmpty() || rust.isEmpty()) {
            return List.of();
        }
        Optional<Advice> tooOld = oldest(rust.get(), setup)
                .filter(needed -> compare(toolchain.get(), needed.value()) < 0)
                .map(needed -> tooOld(toolchain.get(), needed, setup));
        Optional<Advice> other = rust.get()
                .toolchain()
                .filter(pinned -> pinned.from().startsWith("rust-toolchain"))
                .filter(pinned -> pinned.value().matches(VERSION) && compare(toolchain.get(), pinned.value()) != 0)
                .map(pinned -> differs(toolchain.get(), pinned, setup));
        return tooOld.or(() -> other).stream().toList();
    }

    private static Optional<Fact<String>> oldest(Rust rust, Setup setup) {
        return setup.rust()
                .flatMap(Setup.Cargo::crate)
                .flatMap(rust::named)
                .or(rust::shipped)
                .flatMap(CargoPackage::rustVersion)
                .filter(fact -> fact.value().matches(VERSION));
    }

    private static Advice tooOld(String toolchain, Fact<String> needed, Setup setup) {
        return new Advice(
                        Severity.ERROR,
                        "toolchain",
                        "Rust " + toolchain + " is older than the '" + needed.value() + "' that the package needs ("
                                + needed.from() + ")",
                        "write 'toolchain: " + needed.value() + "' or newer in " + setup.config(),
                        RUST_VERSION_URL)
                .at(setup.key("/rust/toolchain"));
    }

    private static Advice differs(String toolchain, Fact<String> pinned, Setup setup) {
        return new Advice(
                        Severity.WARNING,
                        "toolchain",
                        pinned.from() + " pins Rust '" + pinned.value() + "', but the workflows build with '"
                                + toolchain + "' of " + setup.config()
                                + ", because RUSTUP_TOOLCHAIN takes precedence over the file",
                        "write 'toolchain: " + pinned.value() + "' in " + setup.config() + ", or change "
                                + pinned.from(),
                        OVERRIDES_URL)
                .at(setup.key("/rust/toolchain"));
    }

    private static int compare(String left, String right) {
        return Arrays.compare(numbers(left), numbers(right));
    }

    private static int[] numbers(String version) {
        int[] parts =
                Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
        return Arrays.copyOf(parts, 3);
    }
}
