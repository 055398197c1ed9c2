package dev.slipway.detect.doctor;

import dev.slipway.detect.Repository;
import dev.slipway.source.Severity;
import java.time.LocalDate;
import java.util.List;

/** Sees whether there is a changelog if the text of a release is read off it. */
record ChangelogCheck() implements Check {
    private static final String URL = "https://keepachangelog.com";

    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.when("CHANGELOG.md", setup.changelog());
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        if (!setup.changelog() || repository.changelog()) {
            return List.of();
        }
        return List.of(new Advice(
                        Severity.ERROR,
                        "changelog",
                        "the release notes come from CHANGELOG.md, but this file is missing",
                        "add it with a heading for each version, or remove 'notes: changelog' from " + setup.config(),
                        URL)
                .at(setup.key("/release/notes")));
    }
}
