package dev.slipway.detect.doctor;

import dev.slipway.detect.Repository;
import dev.slipway.detect.fact.FoundAt;
import dev.slipway.detect.workflow.ImagePush;
import dev.slipway.source.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds workflows of an older set-up that push images at the same tag, or that a release does not start any more. */
record SecondImageCheck() implements Check {
    private static final String RULE = "second-image";
    private static final String URL =
            "https://docs.github.com/en/actions/how-tos/write-workflows/choose-when-workflows-run/trigger-a-workflow";

    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.when(
                "other workflows that push images", !repository.imagePushes().isEmpty());
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        return repository.imagePushes().stream()
                .filter(push -> !setup.workflows().contains(push.file()))
                .flatMap(push -> about(push, repository, setup)
                        .map(advice -> advice.at(push.names().where().orElse(FoundAt.file(push.file())))))
                .toList();
    }

    private static Stream<Advice> about(ImagePush push, Repository repository, Setup setup) {
        Optional<String> same = same(push, setup);
        Optional<String> tag = SecondReleaseCheck.sameTag(push.events(), push.tags(), repository, setup);
        boolean released = push.events().contains("release");
        boolean follows = repository.followers().stream()
                .anyMatch(follower -> follower.file().equals(push.file())
                        && follower.followed().stream().anyMatch(setup.workflows()::contains));
        String names = push.names().value().isEmpty()
                ? "an image"
                : "'" + String.join("', '", push.names().value()) + "'";
        if (same.isPresent()
                && (tag.isPresent() || follows || released && setup.tags().byHand())) {
            String when = tag.map(name -> "at tags such as '" + name + "'")
                    .orElse(follows ? "after each release" : "when somebody publishes a release");
            return Stream.of(new Advice(
                    Severity.ERROR,
                    RULE,
                    push.file() + " also pushes '" + same.get() + "' " + when
                            + "; for a tag that both push, the last push decides what people pull",
                    "delete it, or its jobs that push this image, before the next release",
                    URL));
        }
        if (tag.isEmpty() && released && !setup.tags().byHand()) {
            return Stream.of(new Advice(
                    Severity.WARNING,
                    RULE,
                    push.file() + " pushes " + names
                            + " at the event 'release', but a release that a workflow publishes with its own token "
                            + "starts no workflow",
                    same.isPresent()
                            ? "delete it, for the new release pushes '" + same.get() + "'"
                            : "let it start at tags ('on: { push: { tags: … } }'), or call it from a job under 'jobs' in "
                                    + setup.config(),
                    URL));
        }
        return tag.stream()
                .filter(any ->
                        setup.image().isPresent() && !push.names().value().isEmpty())
                .map(name -> new Advice(
                        Severity.WARNING,
                        RULE,
                        push.file() + " also pushes images at tags such as '" + name + "', under other names: " + names,
                        "if 'docker.image' in " + setup.config() + " replaces them, delete it; otherwise, keep it",
                        URL));
    }

    /** The first of its images that the release pushes as well. */
    static Optional<String> same(ImagePush push, Setup setup) {
        return push.names().value().stream()
                .filter(name -> setup.image().stream()
                        .flatMap(image -> image.names().stream())
                        .anyMatch(own -> whole(own).equals(whole(name))))
                .findFirst();
    }

    /** A name with its registry: without one, it is Docker Hub's. */
    private static String whole(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String host = lower.replaceFirst("/.*", "");
        return host.matches(".*[.:].*|localhost") ? lower : "docker.io/" + lower;
    }
}
