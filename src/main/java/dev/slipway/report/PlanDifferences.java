package dev.slipway.report;

import dev.slipway.plan.Image;
import dev.slipway.plan.ImageVariant;
import dev.slipway.run.JobRun;
import dev.slipway.run.Observation;
import dev.slipway.run.Result;
import dev.slipway.toolchain.Shipped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Holds what a run did against what its plan says.
 *
 * @param commit what was run
 */
record PlanDifferences(PlanReport plan, Observation observed, RehearsedCommit commit) {
    private static final int SHORT = 7;
    private static final String LABEL = "org.opencontainers.image.";

    /** Each difference, in plain words; none where all is as planned. */
    List<String> list() {
        List<String> all = new ArrayList<>(jobs());
        all.addAll(new JobDifferences(plan.release(), commit.workflow()).list());
        all.addAll(release());
        all.addAll(images());
        if (observed.succeeded()) {
            all.addAll(new ReleaseDifferences(plan, observed, commit.files()).list());
        }
        return all;
    }

    private List<String> jobs() {
        List<String> planned = plan.jobs().stream().map(PlannedJob::id).toList();
        List<String> ran = observed.jobs().stream().map(JobRun::id).toList();
        List<String> all = new ArrayList<>(sets("the job", "runs", planned, ran));
        Map<String, PlannedJob.Runs> runs =
                plan.jobs().stream().collect(Collectors.toMap(PlannedJob::id, PlannedJob::runs));
        for (JobRun job : observed.jobs()) {
            boolean skipped = job.result() == Result.SKIPPED;
            if (job.result() == Result.FAILURE) {
                all.add("the job " + job.id() + " failed");
            }
            Optional.ofNullable(runs.get(job.id()))
                    .filter(it -> it.certain() && it.runs() == skipped)
                    .filter(it -> !skipped || !behindFailure(job))
                    .ifPresent(it -> all.add("the job " + job.id()
                            + (skipped
                                    ? " is planned to run, and was skipped: " + job.message()
                                    : " is planned to be skipped, and ran")));
        }
        return all;
    }

    /** Whether a failure before it is why a job did not run: that failure is the difference. */
    private boolean behindFailure(JobRun job) {
        return observed.jobs().stream()
                .filter(before -> job.needs().contains(before.id()))
                .anyMatch(before -> before.result() == Result.FAILURE || behindFailure(before));
    }

    private List<String> release() {
        List<String> files = plan.plan().assets(plan.tag().name());
        if (observed.release().isEmpty()) {
            return List.of("no release was made");
        }
        Observation.Release release = observed.release().get();
        List<String> all = new ArrayList<>();
        if (!release.tag().equals(plan.tag().name())) {
            all.add("the release has the tag " + release.tag() + ", not "
                    + plan.tag().name());
        }
        all.addAll(sets(
                "the file",
                "is released",
                files,
                release.files().stream().map(Observation.File::name).toList()));
        flag("a prerelease", plan.tag().prerelease(), release.prerelease()).ifPresent(all::add);
        flag("a draft", plan.plan().draft(), release.draft()).ifPresent(all::add);
        plan.moves()
                .latest()
                .flatMap(latest -> flag("the latest", latest, release.latest()))
                .ifPresent(all::add);
        return all;
    }

    private static Optional<String> flag(String what, boolean planned, boolean seen) {
        return planned == seen
                ? Optional.empty()
                : Optional.of("the release is " + (seen ? "" : "not ") + what + ", and is planned to be"
                        + (planned ? "" : " none"));
    }

    private List<String> images() {
        Map<String, Set<String>> planned = new TreeMap<>();
        Map<String, Set<String>> platforms = new TreeMap<>();
        plan.plan().image().ifPresent(image -> {
            for (ImageVariant variant : image.variants()) {
                add(image, variant, planned, platforms);
            }
        });
        Map<String, Set<String>> seen = new TreeMap<>();
        Map<String, Set<String>> built = new TreeMap<>();
        for (Observation.Image image : observed.images()) {
            for (String tag : image.tags()) {
                seen.computeIfAbsent(image.name(), name -> new TreeSet<>()).add(tag);
                built.put(image.name() + ":" + tag, new TreeSet<>(image.platforms()));
            }
        }
        List<String> all = new ArrayList<>(labels());
        plan.plan().image().ifPresent(image -> all.addAll(recipes(image)));
        Set<String> names = new LinkedHashSet<>(planned.keySet());
        names.addAll(seen.keySet());
        for (String name : names) {
            all.addAll(sets(
                    "the image tag " + name + ":",
                    "is set",
                    planned.getOrDefault(name, Set.of()),
                    seen.getOrDefault(name, Set.of())));
        }
        built.forEach((tag, these) -> {
            Set<String> those = platforms.getOrDefault(tag, these);
            if (!those.equals(these)) {
                all.add(tag + " is for " + String.join(", ", these) + ", and is planned to be for "
                        + String.join(", ", those));
            }
        });
        return all;
    }

    /** What each variant is built on, and how it starts. */
    private List<String> recipes(Image image) {
        List<String> all = new ArrayList<>();
        Shipped first = plan.plan().shipped().get(0);
        for (ImageVariant variant : image.variants()) {
            List<String> tags = plan.moves().tags(image, variant);
            for (Observation.Image seen : observed.images()) {
                if (seen.tags().stream().noneMatch(tags::contains)) {
                    continue;
                }
                Observation.Recipe recipe = seen.recipe();
                differ(seen, "is built on", variant.base().image(), recipe.base())
                        .ifPresent(all::add);
                boolean root = variant.user().equals("root");
                differ(seen, "runs as", variant.user(), recipe.user().isEmpty() && root ? "root" : recipe.user())
                        .ifPresent(all::add);
                String planned = image.contents()
                        .entrypoint()
                        .map(words -> String.join(" ", words))
                        .orElse(first.command());
                String starts = String.join(" ", recipe.entrypoint());
                boolean own = image.contents().entrypoint().isPresent();
                differ(seen, "starts", planned, own ? starts : starts.replaceFirst("^/(\\S*/)?", ""))
                        .ifPresent(all::add);
            }
        }
        return all.stream().distinct().toList();
    }

    private static Optional<String> differ(Observation.Image image, String does, String planned, String seen) {
        return planned.equals(seen)
                ? Optional.empty()
                : Optional.of("the image " + image.name() + " " + does + " '" + seen + "', and is planned with '"
                        + planned + "'");
    }

    /** What people and registries find an image's sources by, and what the config adds. */
    private List<String> labels() {
        List<String> all = new ArrayList<>();
        for (Observation.Image image : observed.images()) {
            Map<String, String> labels =
                    new TreeMap<>(plan.plan().image().map(Image::labels).orElse(Map.of()));
            labels.put(LABEL + "source", plan.plan().project().repository().url());
            labels.put(LABEL + "revision", commit.sha());
            labels.forEach((name, value) -> {
                String seen = image.labels().getOrDefault(name, "");
                if (!seen.equals(value)) {
                    all.add("the label " + name + " of " + image.name() + " is '" + seen + "', and is planned to be '"
                            + value + "'");
                }
            });
        }
        return all.stream().distinct().toList();
    }

    private void add(
            Image image, ImageVariant variant, Map<String, Set<String>> planned, Map<String, Set<String>> platforms) {
        for (String name : image.names()) {
            for (String tag : plan.moves().tags(image, variant)) {
                String known = tag.replace("<commit>", commit.sha().substring(0, SHORT));
                planned.computeIfAbsent(name, it -> new TreeSet<>()).add(known);
                platforms.put(name + ":" + known, new TreeSet<>(variant.platforms()));
            }
        }
    }

    private static List<String> sets(String what, String does, Collection<String> planned, Collection<String> seen) {
        String word = what.endsWith(":") ? what : what + " ";
        List<String> all = new ArrayList<>();
        planned.stream()
                .filter(one -> !seen.contains(one))
                .forEach(one -> all.add(word + one + " is planned, and not there"));
        seen.stream()
                .filter(one -> !planned.contains(one))
                .forEach(one -> all.add(word + one + " " + does + ", and not planned"));
        return all;
    }
}
