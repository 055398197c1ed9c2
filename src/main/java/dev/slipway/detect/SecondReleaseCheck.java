package dev.slipway.detect;

import dev.slipway.model.workflow.FilterPattern;
import dev.slipway.source.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Finds workflows of an older set-up that release at the same tag, or that a release does not start any more. */
record SecondReleaseCheck() implements Check {
    private static final String URL =
            "https://docs.github.com/en/actions/how-tos/write-workflows/choose-when-workflows-run/trigger-a-workflow";

    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.clear("other workflows that release")
                .unless(
                        !repository.release().untold().isEmpty(),
                        "not all that a workflow does can be seen without running it");
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        List<Advice> advice = new ArrayList<>();
        for (Releaser releaser : repository.releasers()) {
            if (setup.workflows().contains(releaser.file())) {
                continue;
            }
            if (sameTag(releaser, setup)) {
                advice.add(new Advice(
                                Severity.ERROR,
                                "second-release",
                                releaser.file() + " releases at tags such as '"
                                        + setup.tags().example() + "', too ("
                                        + releaser.means().value() + ")",
                                "delete it, or its jobs that release, before the next tag",
                                URL)
                        .at(place(releaser)));
            } else if (releaser.events().contains("release")) {
                advice.add(new Advice(
                                Severity.WARNING,
                                "second-release",
                                releaser.file() + " starts when a release is published ("
                                        + releaser.means().value()
                                        + "); a release that a workflow publishes with its own token starts nothing",
                                "delete it if the new release does its work, or call it from a job under 'jobs' in "
                                        + setup.config(),
                                URL)
                        .at(place(releaser)));
            }
        }
        return advice;
    }

    private static FoundAt place(Releaser releaser) {
        return releaser.means().where().orElse(FoundAt.file(releaser.file()));
    }

    private static boolean sameTag(Releaser releaser, Setup setup) {
        return releaser.tags().isEmpty()
                ? releaser.events().contains("create")
                : FilterPattern.select(releaser.tags(), setup.tags().example());
    }
}
