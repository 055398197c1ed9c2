package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.publish.SlsaBuilder;
import dev.slipway.detect.workflow.Releaser;
import dev.slipway.detect.workflow.ReleasingJob;
import dev.slipway.plan.Paths;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What else in the repository makes releases, and what is to become of it.
 *
 * @param tagPrefix what the tags of the project begin with
 * @param given whether the files of the last release are given
 */
record AboutReleasers(Repository repository, String tagPrefix, AboutTargets targets, boolean given, Draft draft) {
    /**
     * What is to become of a workflow.
     *
     * @param inPart whether a part of it goes and the rest stays
     */
    private record Advice(String text, boolean inPart) {
        static Advice whole(String text) {
            return new Advice(text, false);
        }

        static Advice part(String text) {
            return new Advice(text, true);
        }
    }

    void add() {
        repository.release().publishers().forEach(publisher -> draft.taken("releases", publisher));
        repository.releasers().stream()
                .filter(releaser -> !releaser.file().equals(Paths.USUAL.release()))
                .filter(releaser -> !(releaser.calls()
                        && (releaser.work() == Releaser.Work.TESTS
                                || makesTag(releaser.means().from()))))
                .forEach(this::besidesOurs);
        repository
                .release()
                .rivals()
                .forEach(tool -> draft.open(
                        "releases",
                        "'" + tool.from() + "' configures " + tool.value() + ": "
                                + (tool.value().equals("dist")
                                        ? "delete it too, or dist writes its workflow again"
                                        : "make sure that " + tool.value() + " no longer releases")));
        boolean unread = repository.releasers().stream().allMatch(releaser -> releaser.work() == Releaser.Work.UNKNOWN);
        if (!repository.release().exists() && (repository.releasers().isEmpty() || unread)) {
            byHand();
        }
    }

    /** The workflow that builds files of the release. */
    private Optional<String> building() {
        return targets.found().values().stream()
                .filter(target -> target.value().archive().isPresent())
                .map(target -> target.from().replaceFirst(":.*", ""))
                .filter(file -> file.startsWith(".github/workflows/"))
                .findFirst();
    }

    /** People have files that nothing in the repository publishes. */
    private void byHand() {
        Optional<String> building = building();
        boolean published = repository.releasers().stream()
                .anyMatch(releaser -> building.filter(releaser.file()::equals).isPresent());
        if (published) {
            return; // by what it calls, which is said of it
        }
        building.ifPresent(file -> draft.open(
                "releases",
                "'" + file
                        + "' builds these files, but no step was found that publishes them: the new release does, so "
                        + "remove its builds"));
        if (building.isEmpty() && !given) {
            boolean unread = !repository.releasers().isEmpty();
            repository
                    .releasesPage()
                    .map(page -> "'" + page.from() + "' links to https://" + page.value() + ", but found no "
                            + (unread ? "step that uploads their files" : "workflow that makes these releases"))
                    .or(() -> tag().map(tag -> "there are tags such as '" + tag
                            + "', but found no "
                            + (unread
                                    ? "step that uploads files of their releases"
                                    : "workflow that makes releases of them")))
                    .ifPresent(
                            elsewhere -> draft.open(
                                    "releases",
                                    elsewhere
                                            + ": 'slipway init --against', with the files of the last one, takes over their names"));
        }
    }

    /** One of the project, if it has any: those of others in the repository begin in another way. */
    private Optional<String> tag() {
        List<String> tags = repository.git().tags();
        return tags.stream()
                .filter(tag -> tag.startsWith(tagPrefix))
                .findFirst()
                .or(() -> tags.stream().findFirst());
    }

    private void besidesOurs(Releaser releaser) {
        Advice advice = besides(releaser);
        draft.open("releases", advice.text());
        boolean dist = releaser.means().value().equals("dist host"); // all of its jobs need each other
        if (!dist && advice.inPart()) {
            going(releaser)
                    .forEach(job ->
                            job.needing().forEach(other -> draft.open("releases", cutOff(other, job, releaser))));
        }
    }

    /** What waits for a job that goes. */
    private String cutOff(String other, ReleasingJob needed, Releaser releaser) {
        boolean called =
                trigger().filter(found -> found.value().contains("call")).isPresent();
        return "the job '" + other + "' in '" + releaser.file() + "' needs '" + needed.id() + "', which "
                + (needed.stays() ? "stays without its release: if '" + other + "' is for releases, " : "releases: ")
                + (called
                        ? "let it need the job that calls the new release"
                        : "move it to 'jobs', with 'needs: [release]'");
    }

    /** Its jobs that only release: what creates the tag stays. */
    private Stream<ReleasingJob> going(Releaser releaser) {
        return releaser.jobs().stream()
                .filter(job -> trigger()
                        .filter(found -> job.steps().stream()
                                .anyMatch(step -> found.from().startsWith(step + ",")
                                        || found.from().equals(step)))
                        .isEmpty());
    }

    /** What of a workflow has to go that does other work too. */
    private String removal(Releaser releaser) {
        Optional<ReleasingJob> calling =
                releaser.jobs().stream().filter(job -> job.calls().isPresent()).findFirst();
        if (releaser.calls() && calling.isPresent()) {
            return "remove the job '" + calling.get().id() + "', which calls '"
                    + calling.get().calls().orElseThrow() + "', from it before the next release";
        }
        List<String> means = releaser.jobs().stream()
                .flatMap(job -> job.means().stream())
                .map(Fact::value)
                .distinct()
                .toList();
        return "remove '" + (means.isEmpty() ? releaser.means().value() : String.join("' and '", means))
                + (pushesImage(releaser) ? "' and the push of the image" : "'")
                + " from it before the next release (" + releaser.means().from() + ")";
    }

    private Advice besides(Releaser releaser) {
        String file = "'" + releaser.file() + "'";
        List<String> ours = AboutProject.tags(draft);
        if (releaser.atOtherTags(ours)) {
            return Advice.whole(
                    file + " releases at other tags ('" + String.join("', '", releaser.tags()) + "'): keep it");
        }
        if (makesTag(releaser.file()) && releaser.work() != Releaser.Work.EARLY) {
            return Advice.part(
                    file + " creates the tag and releases: keep what creates the tag, and " + removal(releaser));
        }
        return switch (releaser.work()) {
            case UNKNOWN ->
                releaser.means().value().equals(SlsaBuilder.BUILDER)
                                && building().filter(releaser.file()::equals).isPresent()
                        ? onlyReleasing(file, releaser)
                        : Advice.whole(file + " may also release, for it calls '"
                                + releaser.means().value()
                                + "', which cannot be read here: if so, remove it before the next release");
            case RELEASES -> onlyReleasing(file, releaser);
            case BARE ->
                Advice.part(file + " makes releases without files: if they are of this project, " + removal(releaser)
                        + ", and otherwise keep it");
            case EARLY -> Advice.whole(early(file, releaser, ours));
            case TESTS -> Advice.part(file + " tests and releases: keep its tests, and " + removal(releaser));
        };
    }

    private Advice onlyReleasing(String file, Releaser releaser) {
        if (isAnAddition(releaser)) {
            return Advice.whole(
                    file
                            + " releases only when people start it: keep it for files that the new release lacks, or remove it");
        }
        return isCalled(releaser)
                ? Advice.part(file + " also releases, and other workflows call it: " + removal(releaser))
                : Advice.whole(file + " also releases: remove it before the next release");
    }

    private boolean pushesImage(Releaser releaser) {
        return repository.release().images().names().stream()
                .anyMatch(name -> name.from().replaceFirst("[: ].*", "").equals(releaser.file()));
    }

    /** Whether others need it too, and not only the release that it is a part of. */
    private boolean isCalled(Releaser releaser) {
        return repository.called().contains(releaser.file()) && !releaser.tags().isEmpty();
    }

    /** Whether only people start it, next to a workflow that releases at tags. */
    private boolean isAnAddition(Releaser releaser) {
        return releaser.events().equals(Set.of("workflow_dispatch"))
                && repository.releasers().stream()
                        .anyMatch(other -> !other.tags().isEmpty());
    }

    /** Whether the step that makes the tag is in a file. */
    private boolean makesTag(String place) {
        return trigger()
                .filter(found -> found.from().startsWith(place.replaceFirst(":[0-9]++$", "") + ":"))
                .isPresent();
    }

    /** What starts releases, as the repository shows it. */
    private Optional<Fact<List<String>>> trigger() {
        return Optional.ofNullable(repository.release().takeover().keys().get("release.trigger"));
    }

    private static String early(String file, Releaser releaser, List<String> ours) {
        return releaser.samePrerelease(ours)
                .map(tag -> file + " releases at tags of prereleases such as '" + tag
                        + "', which start the new release too: remove it before the next prerelease")
                .orElse(file + " builds between releases with '"
                        + releaser.means().value()
                        + "', which Slipway does not: keep it, as long as its tags start no release");
    }
}
