package dev.slipway.detect.doctor;

import dev.slipway.detect.Repository;
import dev.slipway.detect.fact.FoundAt;
import dev.slipway.detect.workflow.Follower;
import dev.slipway.detect.workflow.Releaser;
import dev.slipway.source.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds workflows that start when another one ends, if that one is gone or has to go. */
record FollowersCheck() implements Check {
    private static final String URL = "https://docs.github.com/en/actions/reference/workflows-and-actions/"
            + "events-that-trigger-workflows#workflow_run";

    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.when(
                "workflows that start after others", !repository.followers().isEmpty());
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        Set<String> going = repository.releasers().stream()
                .filter(releaser -> releaser.work() == Releaser.Work.RELEASES)
                .map(Releaser::file)
                .filter(file -> !setup.workflows().contains(file))
                .collect(Collectors.toSet());
        return repository.followers().stream()
                .filter(follower -> !follower.name().equals(Follower.RELEASE)
                        || !follower.followed().isEmpty())
                .filter(follower -> !going.contains(follower.file()) && going.containsAll(follower.followed()))
                .map(follower -> new Advice(
                                Severity.WARNING, "follower", what(follower), help(follower, repository, setup), URL)
                        .at(FoundAt.file(follower.file())))
                .toList();
    }

    private static String what(Follower follower) {
        String starts = follower.file() + " starts after the workflow '" + follower.name() + "'";
        return follower.followed().isEmpty()
                ? starts
                        + ", but no workflow file has this name, so it never starts unless it is the name of a workflow that GitHub itself provides"
                : starts + ", but a release no longer runs '" + String.join("', '", follower.followed()) + "'";
    }

    private static String help(Follower follower, Repository repository, Setup setup) {
        Optional<String> same = repository.imagePushes().stream()
                .filter(push -> push.file().equals(follower.file()))
                .flatMap(push -> SecondImageCheck.same(push, setup).stream())
                .findFirst();
        return same.map(image -> "delete it, for the new release pushes '" + image + "'")
                .orElse("if it belongs to the release, replace this name with that of the new workflow, '"
                        + Follower.RELEASE + "'; otherwise, delete it");
    }
}
