package dev.slipway.detect.workflow;

import dev.slipway.detect.fact.Takeover;
import dev.slipway.published.AssetName;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Effort;
import dev.slipway.shell.Made;
import dev.slipway.shell.Symbols;
import dev.slipway.shell.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds files that a workflow for releases only keeps as artifacts of its run: people may publish them by hand. */
public final class KeptArtifacts {
    /** The endings of what people download. */
    private static final String RELEASED =
            "(?i).*[^*]\\.(?:jar|zip|tgz|tar\\.(?:gz|xz|bz2|zst)|deb|rpm|msi|msix|msixbundle|dmg|pkg|exe|dll|appimage)";

    /** Patterns of packages, whose names only a run knows. */
    private static final String PACKAGES =
            "\\*\\.(?:deb|rpm|msi|dmg|appimage|vsix|nupkg)|[^*].*\\.(?:vsix|nupkg|zip|tgz|tar\\.[a-z0-9]{2,4})";

    private static final Pattern TESTS = Pattern.compile("(?i)(?<!la)test|coverage|report|logs?\\b|digests?\\b");

    private static final int MOST = 20;

    private KeptArtifacts() {}

    /** What to say of them, if nothing in the repository publishes releases. */
    public static Takeover of(List<ExistingWorkflow> workflows) {
        return takeover(
                        workflows.stream()
                                .filter(workflow ->
                                        workflow.isForReleases() && !workflow.releases() && !workflow.onlyBuilds()),
                        name -> true)
                .and(byHand(workflows));
    }

    /**
     * What to say of archives whose names only a run knows, in a workflow whose builds people publish by hand.
     *
     * @param built the jobs whose files are known, each with its place
     */
    public static Takeover unnamed(List<ExistingWorkflow> workflows, Set<String> built) {
        List<Takeover.Open> open = workflows.stream()
                .filter(ExistingWorkflow::onlyBuilds)
                .flatMap(workflow -> workflow.jobs().stream())
                .filter(job -> !built.contains(job.place() + " jobs." + job.id()))
                .filter(job -> job.steps().stream()
                        .filter(step -> step.action().equals("actions/upload-artifact"))
                        .flatMap(KeptArtifacts::paths)
                        .anyMatch(path -> path.contains(Symbols.UNKNOWN) && path.matches(RELEASED)))
                .map(job -> new Takeover.Open(
                        "releases",
                        "the job '" + job.id()
                                + "' also keeps an archive whose name is known only during a run: if people"
                                + " publish it by hand, 'targets', 'release.files' or 'jobs' can add it; from "
                                + job.place()))
                .distinct()
                .toList();
        return built.isEmpty() ? Takeover.NONE : new Takeover(Map.of(), List.of(), open);
    }

    /** The names of files that people download; an artifact may have the ending that a pattern of its files lacks. */
    private static Stream<String> packages(DryStep step) {
        String artifact = step.with().getOrDefault("name", "");
        if (TESTS.matcher(artifact).find()) {
            return Stream.of();
        }
        boolean named = artifact.matches(RELEASED);
        List<String> found = paths(step)
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .filter(name -> !name.contains(Symbols.UNKNOWN))
                .filter(name -> name.matches(RELEASED)
                        || name.matches(PACKAGES)
                        || named && name.contains("*") && !name.startsWith("*"))
                .toList();
        String shown = artifact.replace(Symbols.UNKNOWN, "…");
        boolean program = found.isEmpty()
                && shown.matches(".*[A-Za-z0-9].*[^…]")
                && paths(step).allMatch(KeptArtifacts::isProgram)
                && !AssetName.of(shown, "").written().os().isEmpty();
        return (program ? List.of(shown) : found).stream().map(name -> "'" + name + "'");
    }

    /**
     * What to say of those with a version in their names, if a tag or a release starts a workflow next to the one that releases.
     *
     * @param released the names of what that one uploads
     */
    public static Takeover besides(List<ExistingWorkflow> workflows, Set<String> released) {
        boolean fetches = workflows.stream()
                .flatMap(workflow -> workflow.jobs().stream())
                .flatMap(job -> job.steps().stream())
                .anyMatch(KeptArtifacts::fetchesFromOtherRun);
        return takeover(
                workflows.stream()
                        .filter(workflow ->
                                !fetches && !workflow.releases() && workflow.distance() <= ExistingWorkflow.BY_RELEASE),
                name -> !released.contains(name) && (name.contains(Symbols.TAG) || name.contains(Symbols.VERSION)));
    }

    /** What to say of steps elsewhere that fetch the artifacts of a workflow which the new release replaces. */
    public static Takeover fetched(List<ExistingWorkflow> workflows, List<ExistingWorkflow> replaced) {
        Set<String> names = replaced.stream()
                .map(workflow -> workflow.file().replaceFirst("^.*/", ""))
                .collect(Collectors.toSet());
        List<Takeover.Open> open = workflows.stream()
                .filter(workflow -> !replaced.contains(workflow))
                .flatMap(workflow -> workflow.jobs().stream())
                .flatMap(job -> job.steps().stream())
                .filter(step -> step.action().equals("dawidd6/action-download-artifact")
                        && names.contains(step.with().getOrDefault("workflow", "")))
                .map(step -> new Takeover.Open(
                        "releases",
                        "'" + step.place() + "' fetches artifacts of '"
                                + step.with().get("workflow")
                                + "', which the new release replaces: let it download the files of the release"))
                .distinct()
                .toList();
        return new Takeover(Map.of(), List.of(), open);
    }

    /** What to say of files that people may publish by hand, once for each workflow that keeps some. */
    private static Takeover byHand(List<ExistingWorkflow> workflows) {
        return programs(workflows).and(others(workflows));
    }

    /** What to say of programs that a build for releases keeps without an archive: people may publish what GitHub packs of them. */
    private static Takeover programs(List<ExistingWorkflow> workflows) {
        List<Takeover.Open> open = workflows.stream()
                .filter(ExistingWorkflow::onlyBuilds)
                .flatMap(workflow -> {
                    List<String> names = workflow.jobs().stream()
                            .flatMap(job -> job.steps().stream())
                            .filter(step -> step.action().equals("actions/upload-artifact")
                                    && paths(step).noneMatch(path -> path.matches(RELEASED) && !path.endsWith(".exe")))
                            .map(step -> Symbols.settled(step.with().getOrDefault("name", "")))
                            .filter(name -> !name.contains(Symbols.UNKNOWN)
                                    && !TESTS.matcher(name).find()
                                    && !AssetName.of(name, "").written().os().isEmpty())
                            .map(name -> "'" + name + "'")
                            .distinct()
                            .limit(MOST)
                            .toList();
                    return names.isEmpty() ? Stream.<Takeover.Open>of() : Stream.of(kept(workflow, names));
                })
                .toList();
        return new Takeover(Map.of(), List.of(), open);
    }

    private static Takeover.Open kept(ExistingWorkflow workflow, List<String> names) {
        return new Takeover.Open(
                "releases",
                "'" + workflow.file() + "' keeps files as artifacts of its runs: " + String.join(", ", names)
                        + "; if people get them from releases, 'targets', 'release.files' or 'jobs' can add them");
    }

    private static Takeover others(List<ExistingWorkflow> workflows) {
        Effort effort = new Effort();
        Set<String> called = workflows.stream().flatMap(ExistingWorkflow::calls).collect(Collectors.toSet());
        List<Takeover.Open> open = workflows.stream()
                .flatMap(workflow -> {
                    boolean forNothing = isForNothing(workflow) && !called.contains(workflow.file());
                    List<String> names = workflow.jobs().stream()
                            .flatMap(job -> job.steps().stream()
                                    .filter(step -> step.action().equals("actions/upload-artifact")
                                            && !isHandedOn(step, workflow, effort))
                                    .flatMap(step -> forNothing
                                            ? handed(step, new Tree(job.key(), job.files(), effort))
                                            : packages(step)))
                            .distinct()
                            .limit(MOST)
                            .toList();
                    return names.isEmpty() || !forNothing && !testsPushes(workflow)
                            ? Stream.<Takeover.Open>of()
                            : Stream.of(kept(workflow, names));
                })
                .toList();
        return new Takeover(Map.of(), List.of(), open);
    }

    /** Whether another job of the same workflow fetches what a step keeps. */
    private static boolean isHandedOn(DryStep step, ExistingWorkflow workflow, Effort effort) {
        String name = step.with().getOrDefault("name", "");
        Made any = new Made("", Optional.empty(), List.of(), Optional.empty());
        Tree kept = new Tree("", Map.of(name, any), effort);
        return !name.isEmpty()
                && workflow.jobs().stream()
                        .flatMap(job -> job.steps().stream())
                        .filter(other -> other.action().equals("actions/download-artifact")
                                && !other.with().containsKey("run-id"))
                        .flatMap(other -> Stream.of("name", "pattern")
                                .flatMap(key -> Stream.ofNullable(other.with().get(key))))
                        .anyMatch(wanted ->
                                wanted.equals(name) || !kept.find("", wanted).isEmpty());
    }

    /** Whether pushes to branches, or people, start it, and changes that it tests. */
    private static boolean testsPushes(ExistingWorkflow workflow) {
        return workflow.pullRequests()
                && !workflow.onlyBuilds()
                && (workflow.run().pushesBranches() || workflow.events().contains("workflow_dispatch"))
                && !workflow.releases()
                && !workflow.early();
    }

    /** Whether it has no known purpose: it neither releases nor tests pull requests, and others do not call it. */
    private static boolean isForNothing(ExistingWorkflow workflow) {
        return !workflow.releases()
                && !workflow.isForReleases()
                && !workflow.onlyBuilds()
                && !workflow.onlyCalled()
                && !workflow.pullRequests();
    }

    /** Whether only people start it, to build programs that its runs keep: nobody else would need them. */
    public static boolean areBuiltIn(ExistingWorkflow workflow) {
        return isForNothing(workflow)
                && !workflow.early()
                && Set.of("workflow_dispatch", "workflow_call").containsAll(workflow.events())
                && workflow.jobs().stream()
                        .anyMatch(job -> Builds.in(job)
                                && job.steps().stream()
                                        .anyMatch(step -> step.action().equals("actions/upload-artifact")));
    }

    /** The files that a step keeps, or the name under which it keeps a program, if that shows a platform. */
    private static Stream<String> handed(DryStep step, Tree tree) {
        List<String> files = paths(step)
                .flatMap(path -> {
                    Map<String, Made> inside = tree.named("", path.replaceFirst("/?$", "/*"));
                    return inside.isEmpty() ? Stream.of(path) : inside.keySet().stream();
                })
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .filter(KeptArtifacts::isReleased)
                .toList();
        String name = Symbols.settled(step.with().getOrDefault("name", ""));
        boolean named = !AssetName.of(name, "").written().os().isEmpty() && !name.contains(Symbols.UNKNOWN);
        if (!named || files.size() == 1) {
            return files.stream().map(file -> "'" + file + "'");
        }
        if (files.isEmpty() && TESTS.matcher(name).find()) {
            return Stream.of();
        }
        return Stream.of("'" + name + "'" + (files.isEmpty() ? "" : " with '" + String.join("', '", files) + "'"));
    }

    /** Whether a path is that of one file without an ending, among those that Cargo built for a release. */
    private static boolean isProgram(String path) {
        int slash = path.lastIndexOf('/');
        String folder = path.substring(0, slash + 1);
        return ("/" + folder).contains("/target/")
                && folder.endsWith("/release/")
                && path.substring(slash + 1).matches("[A-Za-z][\\w-]*");
    }

    private static boolean isReleased(String name) {
        return name.matches(RELEASED) && !name.contains(Symbols.UNKNOWN);
    }

    private static Stream<String> paths(DryStep step) {
        return step.with()
                .getOrDefault("path", "")
                .lines()
                .map(path -> Symbols.settled(path.strip().replace('\\', '/')))
                .filter(path -> !path.startsWith("!"));
    }

    private static boolean fetchesFromOtherRun(DryStep step) {
        return step.action().equals("dawidd6/action-download-artifact")
                || step.with().containsKey("run-id")
                || step.commands().stream()
                        .anyMatch(command -> command.toString().startsWith("gh run download"));
    }

    private static Takeover takeover(Stream<ExistingWorkflow> workflows, Predicate<String> wanted) {
        List<Takeover.Open> open = workflows
                .flatMap(workflow -> workflow.jobs().stream())
                .flatMap(job -> job.steps().stream())
                .filter(step -> step.action().equals("actions/upload-artifact"))
                .flatMap(step -> files(step, wanted))
                .distinct()
                .toList();
        return new Takeover(Map.of(), List.of(), open);
    }

    private static Stream<Takeover.Open> files(DryStep step, Predicate<String> wanted) {
        return paths(step)
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .filter(name -> isReleased(name) && wanted.test(name))
                .map(
                        name -> new Takeover.Open(
                                "releases",
                                "'" + step.place() + "' keeps '" + name
                                        + "' only as an artifact of its run: if people publish it by hand, 'release.files' or 'jobs' can add it"));
    }
}
