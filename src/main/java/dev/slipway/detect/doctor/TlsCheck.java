package dev.slipway.detect.doctor;

import dev.slipway.detect.Repository;
import dev.slipway.detect.cargo.OpenSsl;
import dev.slipway.detect.cargo.Rust;
import dev.slipway.detect.doctor.Setup.Build;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.FoundAt;
import dev.slipway.source.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Warns of OpenSSL: it does not cross-compile, and if it does compile, the binary needs it again at run time. */
record TlsCheck() implements Check {
    private static final String URL = "https://docs.rs/openssl/latest/openssl/#building";

    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.when(
                        "OpenSSL in Linux builds",
                        setup.rust().isPresent() && setup.builds().stream().anyMatch(Build::linux))
                .unless(repository.rust().isEmpty(), "Cargo.toml is missing")
                .unless(
                        repository
                                .rust()
                                .flatMap(Rust::locked)
                                .filter(fact -> fact.from().startsWith("Cargo.lock is missing"))
                                .isPresent(),
                        "Cargo.lock is missing, so only direct dependencies were checked");
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        List<Build> linux = setup.builds().stream()
                .filter(Build::linux)
                .filter(build -> openssl(repository, setup, build).isPresent())
                .toList();
        Optional<OpenSsl> openssl = linux.stream()
                .flatMap(build -> openssl(repository, setup, build).stream())
                .findFirst();
        if (openssl.isEmpty() || openssl.get().vendored() || linux.isEmpty()) {
            return List.of();
        }
        String chain =
                String.join(" → ", openssl.get().chain()) + " (" + openssl.get().from() + ")";
        List<Build> crossed = linux.stream()
                .filter(TlsCheck::foreign)
                .filter(build -> !(build.own().byCross() && repository.cargo().hasCrossImage(build.triple())))
                .toList();
        return Stream.of(crossed.isEmpty() ? atRunTime(chain, openssl.get()) : atBuild(chain, openssl.get(), crossed))
                .map(one -> one.at(new Fact<>(one, openssl.get().from())
                        .where()
                        .or(() -> Optional.of(openssl.get().from())
                                .filter(from -> !from.contains(" "))
                                .map(FoundAt::file))))
                .toList();
    }

    private static Optional<OpenSsl> openssl(Repository repository, Setup setup, Build build) {
        boolean defaults = setup.rust().map(Setup.Cargo::defaultFeatures).orElse(true);
        Set<String> features = build.own()
                .features()
                .map(Set::copyOf)
                .or(() -> setup.rust().map(Setup.Cargo::features))
                .orElse(Set.of());
        return repository.rust().flatMap(rust -> rust.links().openssl(features, defaults));
    }

    /** The system's OpenSSL is for the machine and the C library that build, not for others. */
    private static boolean foreign(Build build) {
        return build.crossed() || build.triple().endsWith("musl");
    }

    private static Advice atBuild(String chain, OpenSsl openssl, List<Build> crossed) {
        String targets =
                crossed.stream().map(build -> "'" + build.target() + "'").collect(Collectors.joining(", "));
        return new Advice(
                Severity.ERROR,
                "tls",
                "the build needs OpenSSL, which does not cross-compile for " + targets + ": " + chain,
                openssl.cure(),
                URL);
    }

    private static Advice atRunTime(String chain, OpenSsl openssl) {
        return new Advice(
                Severity.WARNING,
                "tls",
                "the Linux binaries need the OpenSSL of the machine they run on: " + chain,
                openssl.cure(),
                URL);
    }
}
