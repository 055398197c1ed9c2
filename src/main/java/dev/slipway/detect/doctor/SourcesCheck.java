package dev.slipway.detect.doctor;

import dev.slipway.detect.Repository;
import dev.slipway.detect.fact.FoundAt;
import dev.slipway.source.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Sees whether checkouts bring submodules and Git LFS files, unless the config says that nobody needs them. */
record SourcesCheck() implements Check {
    private static final String URL = "https://github.com/actions/checkout#usage";

    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.when(
                "submodules and Git LFS files",
                Stream.of(
                                repository.sources().submodules(),
                                repository.sources().lfs())
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
        return Stream.concat(submodules, lfs).toList();
    }

    private static Advice advice(String message, String help) {
        return new Advice(Severity.ERROR, "sources", message, help, URL);
    }
}
