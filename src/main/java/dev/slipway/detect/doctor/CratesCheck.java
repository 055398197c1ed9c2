package dev.slipway.detect.doctor;

import dev.slipway.detect.Repository;
import dev.slipway.detect.cargo.CargoPackage;
import dev.slipway.detect.cargo.LocalDependency;
import dev.slipway.detect.cargo.Rust;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.FoundAt;
import dev.slipway.source.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sees whether crates.io takes the packages of the release, which it is asked for when the release is public already. */
record CratesCheck() implements Check {
    private static final String DEPENDENCIES =
            "https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html#multiple-locations";
    private static final String PUBLISHING =
            "https://doc.rust-lang.org/cargo/reference/publishing.html#before-publishing-a-new-crate";

    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.when(
                        "packages for crates.io and their dependencies in the workspace",
                        setup.rust().flatMap(Setup.Cargo::crates).isPresent())
                .unless(repository.rust().isEmpty(), "Cargo.toml is missing");
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        Optional<List<String>> crates = setup.rust().flatMap(Setup.Cargo::crates);
        if (crates.isEmpty() || repository.rust().isEmpty()) {
            return List.of();
        }
        Rust rust = repository.rust().get();
        List<Advice> advice = new ArrayList<>();
        List<CargoPackage> named = named(rust, setup, crates.get(), advice);
        Map<String, CargoPackage> published = new LinkedHashMap<>();
        for (CargoPackage one : named) {
            if (crates.get().isEmpty()) {
                add(rust, one, published);
            } else {
                checkOrder(rust, one, published, advice, setup);
                published.put(one.name().value(), one);
            }
        }
        published.values().forEach(one -> check(rust, one, setup, advice));
        return advice;
    }

    private static List<CargoPackage> named(Rust rust, Setup setup, List<String> crates, List<Advice> advice) {
        List<CargoPackage> named = new ArrayList<>();
        if (crates.isEmpty()) {
            Setup.Cargo cargo = setup.rust().orElseThrow();
            rust.packages().stream()
                    .filter(one -> cargo.crate()
                            .map(one.name().value()::equals)
                            .orElseGet(() -> one.binaries().stream()
                                    .anyMatch(it ->
                                            cargo.binaries().contains(it.value().name()))))
                    .forEach(named::add);
        }
        for (String name : crates) {
            rust.named(name)
                    .ifPresentOrElse(
                            named::add,
                            () -> advice.add(error(
                                            "the workspace has no package '" + name + "' to publish",
                                            "correct 'packages.crates.packages' in " + setup.config(),
                                            PUBLISHING)
                                    .at(setup.key("/packages/crates/packages"))));
        }
        return named;
    }

    /** Adds a package and what the job publishes before it. */
    private static void add(Rust rust, CargoPackage one, Map<String, CargoPackage> published) {
        if (published.putIfAbsent(one.name().value(), one) == null) {
            needed(one)
                    .forEach(dependency -> rust.named(dependency.crate())
                            .filter(CargoPackage::publishable)
                            .ifPresent(other -> add(rust, other, published)));
        }
    }

    /** Cargo leaves out a dependency of tests that has no version. */
    private static List<LocalDependency> needed(CargoPackage one) {
        return one.local().stream()
                .filter(dependency -> dependency.versioned() || !dependency.forTests())
                .toList();
    }

    private static void checkOrder(
            Rust rust, CargoPackage one, Map<String, CargoPackage> before, List<Advice> advice, Setup setup) {
        needed(one).stream()
                .filter(dependency -> rust.named(dependency.crate())
                        .filter(CargoPackage::publishable)
                        .isPresent())
                .filter(dependency -> !before.containsKey(dependency.crate()))
                .forEach(dependency -> advice.add(error(
                                said(one) + " needs '" + dependency.crate() + "', which is not published first: "
                                        + dependency.from(),
                                "put '" + dependency.crate() + "' before it in 'packages.crates.packages' of "
                                        + setup.config() + ", or remove that list",
                                DEPENDENCIES)
                        .at(place(dependency, setup))));
    }

    private static void check(Rust rust, CargoPackage one, Setup setup, List<Advice> advice) {
        if (!one.publishable()) {
            advice.add(error(
                            said(one) + " should be published to crates.io, but its 'publish' key does not allow it",
                            "remove 'publish' from its Cargo.toml, or 'packages.crates' from the config",
                            PUBLISHING)
                    .at(manifest(one)));
        }
        if (one.description().isEmpty()
                || one.license().isEmpty() && one.licenseFile().isEmpty()) {
            advice.add(error(
                            said(one) + " has no " + (one.description().isEmpty() ? "description" : "license")
                                    + ", but crates.io requires a description and a license",
                            "add it to its Cargo.toml",
                            PUBLISHING)
                    .at(manifest(one)));
        }
        for (LocalDependency dependency : needed(one)) {
            if (!dependency.versioned()) {
                advice.add(error(
                                said(one) + " needs '" + dependency.crate() + "' by '" + dependency.source()
                                        + "' only, so it cannot be published: " + dependency.from(),
                                "add a 'version' next to '" + dependency.source() + "'",
                                DEPENDENCIES)
                        .at(place(dependency, setup)));
            } else if (!rust.named(dependency.crate())
                    .map(CargoPackage::publishable)
                    .orElse(true)) {
                advice.add(error(
                                said(one) + " needs '" + dependency.crate()
                                        + "', whose 'publish' key does not allow crates.io: " + dependency.from(),
                                dependency.forTests()
                                        ? "remove the version of this dependency: Cargo then omits it from the "
                                                + "published package"
                                        : "publish '" + dependency.crate() + "' too, or remove the dependency",
                                DEPENDENCIES)
                        .at(place(dependency, setup)));
            } else if (dependency.forTests()
                    && reaches(rust, dependency.crate(), one.name().value(), new HashSet<>())) {
                advice.add(error(
                                "the tests of " + said(one) + " need '" + dependency.crate()
                                        + "', which needs it too, so neither can be published first: "
                                        + dependency.from(),
                                "remove the version of this dependency: Cargo then omits it from the published package",
                                DEPENDENCIES)
                        .at(place(dependency, setup)));
            }
        }
    }

    private static boolean reaches(Rust rust, String from, String to, Set<String> seen) {
        if (from.equals(to)) {
            return true;
        }
        if (!seen.add(from)) {
            return false;
        }
        return rust.named(from).stream()
                .flatMap(one -> needed(one).stream())
                .anyMatch(dependency -> reaches(rust, dependency.crate(), to, seen));
    }

    private static FoundAt place(LocalDependency dependency, Setup setup) {
        return new Fact<>(dependency, dependency.from()).where().orElse(setup.key("/packages/crates"));
    }

    private static FoundAt manifest(CargoPackage one) {
        return FoundAt.file(one.directory().isEmpty() ? "Cargo.toml" : one.directory() + "/Cargo.toml");
    }

    private static String said(CargoPackage one) {
        return "'" + one.name().value() + "'";
    }

    private static Advice error(String message, String help, String url) {
        return new Advice(Severity.ERROR, "crates", message, help, url);
    }
}
