package dev.slipway.detect.doctor;

import dev.slipway.detect.Repository;
import dev.slipway.source.Severity;
import java.time.LocalDate;
import java.util.List;

/** Sees whether something calls a release that nothing else starts. */
record CallersCheck() implements Check {
    private static final String URL =
            "https://docs.github.com/en/actions/how-tos/reuse-automations/reuse-workflows#calling-a-reusable-workflow";

    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.when(
                "workflows that call the release", setup.awaiting().isPresent());
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        return setup.awaiting().stream()
                .filter(file -> !repository.called().contains(file))
                .map(file -> new Advice(
                                Severity.ERROR,
                                "trigger",
                                "no workflow of this repository calls '" + file
                                        + "', so nothing here starts the release",
                                "call it from the workflow that creates the tag, in a job with 'uses: $/" + file
                                        + "', or remove 'trigger: call' from 'release' in " + setup.config(),
                                URL)
                        .at(setup.key("/release/trigger")))
                .toList();
    }
}
