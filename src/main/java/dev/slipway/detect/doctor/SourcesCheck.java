package dev.slipway.detect.doctor;

import dev.slipway.detect.Repository;
import dev.slipway.detect.cargo.Rust;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.FoundAt;
import dev.slipway.source.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sees whether checkouts bring all that a build needs, unless the config says that nobody needs it. */
record SourcesCheck() implements Check {
    private static final String URL = "https://github.com/actions/checkout#usage";

    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.when(
                "sources that plain checkouts omit",
                Stream.of(
                                repository.sources().submodules(),
                                repository.sources().lfs(),
                                repository.sources().guarded(),
                                repository.sources().registry(),
                                repository.sources().module(),
                                history(repository, setup))
                        .anyMatch(fact -> fact.isPresent()));
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        Stream<Advice> submodules = repository.sources().submodules().stream()
                .filter(fact -> !setup.sources().submodules())
                .map(fact -> advice(
                                "the repository has a submodule (" + fact.from() + "), but checkouts omit it",
                                "write 'submodules: " + fact.value() + "' in " + setup.config()
                                        + ", or 'submodules: false' if no build needs it")
                        .at(FoundAt.file(".gitmodules")));
        Stream<Advice> lfs = repository.sources().lfs().stream()
                .filter(fact -> !setup.sources().lfs())
                .map(fact -> advice(
                                fact.from() + " keeps '" + fact.value()
                                        + "' in Git LFS, but checkouts contain only pointers",
                                "write 'lfs: true' in " + setup.config()
                                        + ", or 'lfs: false' if no build needs the files")
                        .at(fact.where()));
        Stream<Advice> history = history(repository, setup).stream()
                .filter(fact -> !setup.sources().history())
                .map(fact -> advice(
                                fact.value() + ", but checkouts have the newest commit only",
                                "write 'history: true' under 'rust' in " + setup.config()
                                        + ", or 'history: false' if no build needs it")
                        .at(fact.where()
                                .orElseGet(() -> FoundAt.file(fact.from().replaceFirst("[: ].*", "")))));
        Stream<Advice> guarded = repository.sources().guarded().stream()
                .filter(fact -> setup.rust().isPresent())
                .map(fact -> advice(
                                "Cargo fetches '" + fact.value() + "' with a key, but builds get none",
                                "make it public, or commit a copy with 'cargo vendor'")
                        .at(fact.where()));
        Stream<Advice> registry = repository.sources().registry().stream()
                .filter(fact -> setup.rust().isPresent())
                .map(fact -> untrusted(
                                "Cargo fetches from the registry '"
                                        + fact.value().name()
                                        + "', which fails if it asks for a token: builds get none"
                                        + fact.value()
                                                .token()
                                                .map(place -> ", though '" + place + "' sets one up")
                                                .orElse(""),
                                "commit a copy with 'cargo vendor'")
                        .at(fact.where()));
        Stream<Advice> module = repository.sources().module().stream()
                .filter(fact -> setup.rust().isEmpty() && repository.go().isPresent())
                .map(fact -> untrusted(
                                "Go fetches '" + fact.value()
                                        + "', which GOPRIVATE covers and which fails if it needs a token: builds get none",
                                "commit a copy with 'go mod vendor'")
                        .at(fact.where()));
        return Stream.of(submodules, lfs, history, guarded, registry, module)
                .flatMap(some -> some)
                .toList();
    }

    /** Why a build with Cargo needs the git history. */
    private static Optional<Fact<String>> history(Repository repository, Setup setup) {
        return setup.rust().isPresent() ? repository.rust().flatMap(Rust::history) : Optional.empty();
    }

    private static Advice untrusted(String message, String help) {
        return new Advice(Severity.WARNING, "sources", message, help, "");
    }

    private static Advice advice(String message, String help) {
        return new Advice(Severity.ERROR, "sources", message, help, URL);
    }
}
