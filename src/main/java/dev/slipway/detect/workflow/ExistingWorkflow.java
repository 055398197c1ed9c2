package dev.slipway.detect.workflow;

import dev.slipway.detect.git.OtherTags;
import dev.slipway.model.workflow.CallJob;
import dev.slipway.model.workflow.Event;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryRun;
import dev.slipway.run.dry.DryStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A workflow of the repository, seen as what makes its releases or tests it.
 *
 * @param run what it would do for a tag
 * @param releases whether that makes a release, or adds to one
 */
public record ExistingWorkflow(DryRun run, boolean releases) {
    /** The distance of a workflow that a release starts. */
    public static final int BY_RELEASE = 1;

    private static final Pattern RELEASE = Pattern.compile("(?i)(?<![a-z])releases?(?![a-z])");

    /** Words for builds that are made between releases. */
    private static final Pattern EARLY = Pattern.compile(
            "(?i)(?<![a-z])(?:early[-_ ]?access|nightly|snapshots?|canary|alpha|beta|pre-?releases?|weekly|unstable)(?![a-z])");

    /** Tags of the last build of a branch. */
    private static final Set<String> ROLLING =
            Set.of("head", "main", "master", "edge", "tip", "dev", "devel", "development", "rolling", "continuous");

    private static final Pattern GH = Pattern.compile("^gh release create (?:-\\S++ )*+([^\\s-]\\S*+)");

    /** What tells patterns of tags of prereleases. */
    private static final Pattern PRERELEASE =
            Pattern.compile("(?i)[0-9*+]-(?:rc|pre|dev|snapshot)|nightly|alpha|beta|preview|canary");

    private static final Pattern SUFFIX = Pattern.compile("(?i)[0-9*+]-|nightly|alpha|beta|preview|canary");

    /**
     * The workflow as it releases.
     *
     * @param runs what it does by each event that may start it, the likeliest first
     */
    public static ExistingWorkflow of(Stream<DryRun> runs) {
        List<ExistingWorkflow> seen = new ArrayList<>();
        for (DryRun run : (Iterable<DryRun>) runs::iterator) {
            ExistingWorkflow workflow =
                    new ExistingWorkflow(run, run.rows().stream().anyMatch(ReleaseStep::isIn));
            if (workflow.releases()) {
                return workflow;
            }
            seen.add(workflow);
        }
        ExistingWorkflow first = seen.get(0);
        return first.tags().isEmpty()
                ? seen.stream().reduce(first, (one, other) -> other.kept() > one.kept() ? other : one)
                : first;
    }

    /** How many artifacts its run leaves: without a release, what pushes to a branch build may be what people publish. */
    private long kept() {
        return jobs().stream()
                .flatMap(job -> job.steps().stream())
                .filter(step -> step.action().equals("actions/upload-artifact"))
                .count();
    }

    /** Its path in the repository. */
    public String file() {
        return run.file();
    }

    /** What starts it. */
    public Set<String> events() {
        return run.events();
    }

    /** What an event that starts it is limited to. */
    List<String> filter(String event, String filter) {
        return run.workflow().on().stream()
                .filter(trigger -> trigger instanceof Event some && some.name().equals(event))
                .flatMap(trigger -> trigger instanceof Event some
                        ? some.filters().getOrDefault(filter, List.of()).stream()
                        : Stream.of())
                .toList();
    }

    /** The tags whose push starts it. */
    public List<String> tags() {
        return run.pushes("tags");
    }

    /**
     * Whether tags, or people for a release, start it to build files that only its runs keep: they are published by hand, or by
     * something that cannot be read.
     */
    public boolean onlyBuilds() {
        return !releases
                && (!tags().isEmpty() || isForReleases())
                && jobs().stream()
                        .anyMatch(job -> Builds.in(job)
                                && job.steps().stream()
                                        .anyMatch(step -> step.action().equals("actions/upload-artifact")));
    }

    /** Whether it is called so, and only people start it. */
    boolean isForReleases() {
        return events().equals(Set.of("workflow_dispatch"))
                && !early()
                && Stream.of(stem(), run.workflow().name())
                        .anyMatch(name -> RELEASE.matcher(name).find());
    }

    private String stem() {
        return file().replaceFirst("^.*/", "").replaceFirst("\\.ya?ml$", "");
    }

    /** The same, if there is no filter of tags: filters of branches alone keep all tags out. */
    public List<String> startingTags() {
        List<String> ignored = run.pushes("tags-ignore");
        if (!ignored.isEmpty()) {
            return Stream.concat(Stream.of("**"), ignored.stream().map(tag -> "!" + tag))
                    .toList();
        }
        boolean any = events().contains("push")
                && tags().isEmpty()
                && branches().isEmpty()
                && run.pushes("branches-ignore").isEmpty();
        return any ? List.of("**") : tags();
    }

    /** The branches whose push starts it. */
    public List<String> branches() {
        return run.pushes("branches");
    }

    /** Its variables. */
    public Map<String, String> env() {
        Map<String, String> env = new LinkedHashMap<>();
        run.rows().stream()
                .limit(1)
                .forEach(row -> run.workflow().env().keySet().stream()
                        .filter(row.env()::containsKey)
                        .forEach(name -> env.put(name, row.env().getOrDefault(name, ""))));
        return env;
    }

    /** Every job that it may come to, once for each row of its matrix; those of workflows that it calls, too. */
    public List<DryRow> jobs() {
        return run.rows();
    }

    /** The same without rows of a matrix that skip the step with which other rows of their job release. */
    public ExistingWorkflow released() {
        Set<String> direct =
                jobs().stream().filter(ReleaseStep::isIn).map(DryRow::id).collect(Collectors.toSet());
        return with(job -> !direct.contains(job.id()) || ReleaseStep.isIn(job));
    }

    /** The same with some of its jobs. */
    public ExistingWorkflow with(Predicate<DryRow> wanted) {
        List<DryRow> rows = run.rows().stream().filter(wanted).toList();
        return new ExistingWorkflow(run.with(rows), releases);
    }

    /**
     * The same; without the steps that release, if all of these release in another repository, so that the workflow stays.
     *
     * @param repository {@code owner/name}, if it is known
     */
    public ExistingWorkflow ofRepository(Optional<String> repository) {
        List<DryStep> releasing = jobs().stream()
                .flatMap(job -> job.steps().stream())
                .filter(step -> ReleaseStep.of(step).isPresent())
                .toList();
        boolean elsewhere = !releasing.isEmpty()
                && repository.isPresent()
                && releasing.stream().allMatch(step -> ReleaseStep.isElsewhere(step, repository.get()));
        if (!elsewhere) {
            return this;
        }
        List<DryRow> rows = run.rows().stream()
                .map(row -> row.with(row.steps().stream()
                        .filter(step -> ReleaseStep.of(step).isEmpty())
                        .toList()))
                .toList();
        return new ExistingWorkflow(run.with(rows), false);
    }

    /** The same with other steps. */
    public ExistingWorkflow map(UnaryOperator<DryStep> change) {
        List<DryRow> rows = run.rows().stream()
                .map(row -> row.with(row.steps().stream().map(change).toList()))
                .toList();
        return new ExistingWorkflow(run.with(rows), releases);
    }

    /** The steps that a tag skips, and pushes to a branch may come to. */
    public Stream<DryStep> ofBranches() {
        return run.skipped().stream().flatMap(skipped -> BranchReleases.steps(skipped, this));
    }

    /** Whether pull requests start it, and not only their end. */
    public boolean pullRequests() {
        return events().contains("pull_request") && !onlyMerges();
    }

    /** Whether what people push or propose starts it; a push without filters is one of any branch. */
    boolean looksAtChanges() {
        return pullRequests() || run.pushesBranches();
    }

    private boolean onlyMerges() {
        return run.workflow().on().stream()
                .filter(trigger ->
                        trigger instanceof Event event && event.name().equals("pull_request"))
                .allMatch(trigger -> ((Event) trigger)
                        .filters()
                        .getOrDefault("types", List.of())
                        .equals(List.of("closed")));
    }

    /** Whether all that it makes are builds between releases: it is called so, or marks each as a prerelease. */
    public boolean early() {
        if (onlyPrereleases()) {
            return true;
        }
        List<String> types = filter("release", "types");
        boolean published = events().contains("release") && !types.equals(List.of("prereleased"));
        if (published || tags().stream().anyMatch(tag -> !OtherTags.moves(tag))) {
            return false;
        }
        if (isCalledEarly()) {
            return true;
        }
        List<DryStep> releasing = jobs().stream()
                .flatMap(job -> job.steps().stream())
                .filter(step -> ReleaseStep.of(step).isPresent())
                .toList();
        List<DryStep> marked = releasing.stream()
                .filter(step -> step.with().containsKey("prerelease"))
                .toList();
        boolean all = !marked.isEmpty()
                && marked.stream()
                        .allMatch(step ->
                                step.with().getOrDefault("prerelease", "").equals("true"));
        return all || !releasing.isEmpty() && releasing.stream().allMatch(ExistingWorkflow::isRolling);
    }

    private boolean isCalledEarly() {
        return Stream.of(stem(), run.workflow().name())
                .anyMatch(name -> EARLY.matcher(name).find());
    }

    /** Whether a release has a tag that moves with a branch. */
    private static boolean isRolling(DryStep step) {
        Stream<String> given = Stream.of("tag_name", "tag", "automatic_release_tag")
                .flatMap(input -> Stream.ofNullable(step.with().get(input)));
        Stream<String> created = step.commands().stream()
                .map(command -> GH.matcher(command.toString()))
                .filter(Matcher::find)
                .map(made -> made.group(1));
        List<String> tags = Stream.concat(given, created).toList();
        return !tags.isEmpty() && tags.stream().allMatch(tag -> ROLLING.contains(tag.replaceFirst("^refs/tags/", "")));
    }

    /** Whether it only works for others. */
    public boolean onlyCalled() {
        return events().equals(Set.of("workflow_call"));
    }

    /**
     * Whether only tags of prereleases start it: each pattern needs a word such as {@code beta}, or any suffix if people cannot
     * start it for other tags, or if its name has such a word.
     */
    private boolean onlyPrereleases() {
        Pattern early = events().contains("workflow_dispatch") && !isCalledEarly() ? PRERELEASE : SUFFIX;
        List<String> wanted =
                tags().stream().filter(tag -> !tag.startsWith("!")).toList();
        return !wanted.isEmpty()
                && wanted.stream()
                        .map(tag -> tag.replaceAll("\\[[^\\[\\]]*+\\]", "0"))
                        .allMatch(tag -> early.matcher(tag).find());
    }

    /** The files of other workflows of the repository that it calls. */
    public Stream<String> calls() {
        return run.workflow().jobs().stream()
                .flatMap(job ->
                        job instanceof CallJob call ? Stream.of(call.workflow().name()) : Stream.of())
                .filter(name -> name.startsWith("./") || name.startsWith("$/"))
                .map(name -> name.substring(2));
    }

    /** Whether the end of another workflow starts it. */
    public boolean follows(ExistingWorkflow other) {
        return run.workflow().on().stream()
                .anyMatch(trigger -> trigger instanceof Event event
                        && event.name().equals("workflow_run")
                        && event.filters()
                                .getOrDefault("workflows", List.of())
                                .contains(other.run.workflow().name()));
    }

    /** How near it is to the release that people get: the smaller, the nearer. */
    public int distance() {
        if (!tags().isEmpty() || !run.pushes("tags-ignore").isEmpty()) {
            return 0;
        }
        if (events().contains("release")) {
            return BY_RELEASE;
        }
        return events().contains("schedule") || pullRequests() ? 3 : 2;
    }
}
