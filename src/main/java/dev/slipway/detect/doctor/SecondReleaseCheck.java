package dev.slipway.detect.doctor;

import dev.slipway.detect.Repository;
import dev.slipway.detect.fact.FoundAt;
import dev.slipway.detect.workflow.Releaser;
import dev.slipway.model.workflow.FilterPattern;
import dev.slipway.source.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds workflows of an older set-up that release at the same tag, or that a release does not start any more. */
record SecondReleaseCheck() implements Check {
    private static final String URL =
            "https://docs.github.com/en/actions/how-tos/write-workflows/choose-when-workflows-run/trigger-a-workflow";

    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        String unseen = repository.release().takeover().open().stream()
                .flatMap(open -> open.unseen().stream())
                .collect(Collectors.joining("; "));
        return Inspection.clear("other workflows that release")
                .unless(
                        !repository.release().untold().isEmpty(),
                        "some actions of workflows are visible only when they run")
                .unless(!unseen.isEmpty(), unseen);
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        List<Advice> advice = new ArrayList<>();
        for (Releaser releaser : repository.releasers()) {
            if (setup.workflows().contains(releaser.file())) {
                continue;
            }
            Optional<String> tag = sameTag(releaser.events(), releaser.tags(), repository, setup);
            if (releaser.work() == Releaser.Work.UNKNOWN) {
                tag.map(name -> "may also release at tags such as '" + name + "'")
                        .or(() -> otherStart(releaser).map(events -> "may also release; it starts at '" + events + "'"))
                        .map(what -> unknown(releaser, what))
                        .ifPresent(advice::add);
            } else if (tag.isPresent()) {
                advice.add(new Advice(
                                Severity.ERROR,
                                "second-release",
                                releaser.file() + " also releases at tags such as '"
                                        + tag.get() + "' ("
                                        + releaser.means().value() + ")",
                                (isCalled(releaser, repository)
                                                ? "delete its release jobs before the next tag; other workflows call the rest"
                                                : "delete it, or its release jobs, before the next tag")
                                        + rewritten(releaser, repository),
                                URL)
                        .at(place(releaser)));
            } else if (releaser.events().contains("release") && setup.tags().byHand()) {
                advice.add(new Advice(
                                Severity.ERROR,
                                "second-release",
                                releaser.file() + " also releases when somebody publishes a release ("
                                        + releaser.means().value() + ")",
                                "delete it, or its release jobs, before the next release",
                                URL)
                        .at(place(releaser)));
            } else if (releaser.events().contains("release")) {
                advice.add(new Advice(
                                Severity.WARNING,
                                "second-release",
                                releaser.file() + " starts at the event 'release' ("
                                        + releaser.means().value()
                                        + "), but a release that a workflow publishes with its own token starts no workflow",
                                "delete it if the new release does its work, or call it from a job under 'jobs' in "
                                        + setup.config(),
                                URL)
                        .at(place(releaser)));
            }
        }
        repository.releasers().stream()
                .filter(releaser -> !setup.workflows().contains(releaser.file()))
                .filter(releaser -> releaser.work() != Releaser.Work.EARLY
                        && releaser.work() != Releaser.Work.UNKNOWN
                        && releaser.tags().isEmpty()
                        && !releaser.events().contains("create")
                        && !releaser.events().contains("release"))
                .flatMap(releaser -> otherwise(releaser).stream())
                .forEach(advice::add);
        boolean written = repository.releasers().stream().anyMatch(SecondReleaseCheck::byDist);
        repository.release().rivals().stream()
                .filter(tool -> tool.value().equals("dist") && !written)
                .map(tool -> new Advice(
                                Severity.WARNING,
                                "second-release",
                                "'" + tool.from()
                                        + "' configures dist, which writes a workflow that releases at the same tags",
                                "delete it",
                                URL)
                        .at(FoundAt.file(tool.from().replaceFirst(" .*", ""))))
                .forEach(advice::add);
        return advice;
    }

    private static Advice unknown(Releaser releaser, String what) {
        return new Advice(
                        Severity.WARNING,
                        "second-release",
                        releaser.file() + " " + what + ": it calls '"
                                + releaser.means().value() + "', which cannot be read here",
                        "if it does, delete it before the next release",
                        URL)
                .at(place(releaser));
    }

    /** One that no tag starts; it makes a tag on its own, or somebody enters one. */
    private static Optional<Advice> otherwise(Releaser releaser) {
        return otherStart(releaser)
                .map(events -> new Advice(
                                Severity.WARNING,
                                "second-release",
                                releaser.file() + " also releases; it starts at '" + events + "' ("
                                        + releaser.means().value() + ")",
                                "if it releases the same versions, keep only what creates the tag, or delete it",
                                URL)
                        .at(place(releaser)));
    }

    private static Optional<String> otherStart(Releaser releaser) {
        String events = releaser.events().stream()
                .filter(event -> !event.equals("workflow_call"))
                .sorted()
                .collect(Collectors.joining("', '"));
        return Optional.of(events).filter(some -> !some.isEmpty());
    }

    /** Whether other workflows would break without it. */
    private static boolean isCalled(Releaser releaser, Repository repository) {
        return repository.called().contains(releaser.file());
    }

    private static boolean byDist(Releaser releaser) {
        return releaser.means().value().equals("dist host");
    }

    /** What would bring a deleted workflow back. */
    private static String rewritten(Releaser releaser, Repository repository) {
        return repository.release().rivals().stream()
                .filter(tool -> tool.value().equals("dist") && byDist(releaser))
                .findFirst()
                .map(tool -> ", and delete '" + tool.from() + "', from which dist writes it again")
                .orElse("");
    }

    private static FoundAt place(Releaser releaser) {
        return releaser.means().where().orElse(FoundAt.file(releaser.file()));
    }

    /** A tag at which both start: the example, one like the newest, for a filter may be for one major version, or a prerelease. */
    static Optional<String> sameTag(Set<String> events, List<String> filter, Repository repository, Setup setup) {
        Stream<String> newest = repository.tagStyle().stream()
                .map(style -> style.value().example())
                .filter(tag -> FilterPattern.select(setup.tags().patterns(), tag));
        Stream<String> early =
                Releaser.prereleases(setup.tags().example()).filter(setup.tags().starts());
        return Stream.of(Stream.of(setup.tags().example()), newest, early)
                .flatMap(tags -> tags)
                .filter(tag -> filter.isEmpty() ? events.contains("create") : FilterPattern.select(filter, tag))
                .findFirst();
    }
}
