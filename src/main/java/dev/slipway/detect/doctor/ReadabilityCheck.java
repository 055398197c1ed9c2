package dev.slipway.detect.doctor;

import dev.slipway.detect.Repository;
import java.time.LocalDate;
import java.util.List;

/** Passes on what could not be read, since every other check is blind there. */
record ReadabilityCheck() implements Check {
    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.clear("whether the files of the repository can be read");
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        return repository.findings().stream()
                .map(finding -> Advice.of(finding, "unreadable", ""))
                .toList();
    }
}
