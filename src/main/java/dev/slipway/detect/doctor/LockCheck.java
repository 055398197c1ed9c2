package dev.slipway.detect.doctor;

import dev.slipway.detect.Repository;
import dev.slipway.detect.cargo.Rust;
import dev.slipway.detect.fact.Fact;
import dev.slipway.source.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Sees whether {@code --locked} and a committed {@code Cargo.lock} go together. */
record LockCheck() implements Check {
    private static final String URL = "https://doc.rust-lang.org/cargo/faq.html#why-have-cargolock-in-version-control";

    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.when(
                        "'locked' and the committed Cargo.lock", setup.rust().isPresent())
                .unless(repository.rust().isEmpty(), "Cargo.toml is missing")
                .unless(
                        repository.rust().flatMap(Rust::locked).isEmpty(),
                        "git does not list the files of this folder");
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        Optional<Boolean> tracked = repository.rust().flatMap(Rust::locked).map(Fact::value);
        if (tracked.isEmpty() || setup.rust().isEmpty()) {
            return List.of();
        }
        boolean locked = setup.rust().get().locked();
        if (locked && !tracked.get()) {
            boolean absent = repository
                    .rust()
                    .flatMap(Rust::locked)
                    .filter(fact -> fact.from().startsWith("Cargo.lock is missing"))
                    .isPresent();
            return List.of(new Advice(
                            Severity.ERROR,
                            "lock",
                            "release builds use '--locked', but "
                                    + (absent ? "Cargo.lock does not exist" : "Cargo.lock is not committed"),
                            (absent ? "run 'cargo generate-lockfile' and commit Cargo.lock" : "commit Cargo.lock")
                                    + ", or write 'locked: false' in " + setup.config(),
                            URL)
                    .at(setup.key("/rust/locked")));
        }
        if (!locked && tracked.get()) {
            return List.of(new Advice(
                            Severity.WARNING,
                            "lock",
                            "Cargo.lock is committed, but release builds do not use '--locked', so they may differ "
                                    + "from what was tested",
                            "write 'locked: true' in " + setup.config(),
                            URL)
                    .at(setup.key("/rust/locked")));
        }
        return List.of();
    }
}
