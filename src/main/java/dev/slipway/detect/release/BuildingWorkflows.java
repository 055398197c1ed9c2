package dev.slipway.detect.release;

import dev.slipway.detect.asset.AssetNames;
import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.asset.Triples;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.workflow.AptPackages;
import dev.slipway.detect.workflow.Builds;
import dev.slipway.detect.workflow.CargoFlags;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.detect.workflow.HandedOut;
import dev.slipway.detect.workflow.ReleaseStep;
import dev.slipway.model.workflow.FilterSyntax;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads how programs are built today.
 *
 * @param workflows those that release, or without one those that build what people publish by hand
 */
record BuildingWorkflows(RepositoryFiles files, List<ExistingWorkflow> workflows) {
    /** The platforms that they build for. */
    List<Fact<FoundTarget>> targets() {
        return workflows.stream()
                .limit(1)
                .flatMap(first -> workflows.stream()
                        .filter(workflow ->
                                workflow.early() == first.early() && workflow.distance() == first.distance()))
                .map(this::handed)
                .filter(handed -> !handed.isEmpty())
                .findFirst()
                .orElseGet(this::built);
    }

    /** Those of the files that people download. */
    private List<Fact<FoundTarget>> handed(ExistingWorkflow workflow) {
        return new HandedOut(workflow.jobs(), files, uploads(workflow)).targets();
    }

    private static Set<String> uploads(ExistingWorkflow workflow) {
        return workflow.jobs().stream()
                .flatMap(job -> AssetNames.raw(job).stream())
                .collect(Collectors.toSet());
    }

    private List<Fact<FoundTarget>> built() {
        for (ExistingWorkflow workflow : workflows) {
            Map<String, Fact<FoundTarget>> byTriple = new LinkedHashMap<>();
            Set<String> uploads = uploads(workflow);
            for (DryRow job : leaving(
                    workflow, workflow.jobs().stream().filter(this::mayBuild).toList())) {
                boolean several = !workflow.releases() && severalWays(job);
                for (FoundTarget target : Builds.of(job, files, uploads)) {
                    byTriple.merge(
                            target.id(),
                            new Fact<>(several ? target.plain() : target, job.place() + " jobs." + job.id()),
                            BuildingWorkflows::fuller);
                }
            }
            List<Fact<FoundTarget>> handed = handed(workflow);
            if (!handed.isEmpty()) {
                return handed;
            }
            if (!byTriple.isEmpty()) {
                return List.copyOf(byTriple.values());
            }
        }
        return List.of();
    }

    /**
     * In a release, a job that names no platform and whose programs nobody gets only tries whether they build, next to jobs
     * that hand theirs out.
     */
    private List<DryRow> leaving(ExistingWorkflow workflow, List<DryRow> jobs) {
        boolean some = workflow.releases() && jobs.stream().anyMatch(job -> Builds.in(job) && leavesFiles(job));
        return some
                ? jobs.stream()
                        .filter(job -> namesPlatform(job) || leavesFiles(job))
                        .toList()
                : jobs;
    }

    private static boolean namesPlatform(DryRow job) {
        return Triples.inRow(job).isPresent()
                || job.commands()
                        .anyMatch(command -> Triples.in(command.toString()).isPresent());
    }

    private boolean leavesFiles(DryRow job) {
        return job.steps().stream()
                        .anyMatch(step -> step.action().endsWith("/upload-artifact")
                                || ReleaseStep.of(step).isPresent())
                || Builds.of(job, files, Set.of()).stream()
                        .anyMatch(target -> target.archive().isPresent());
    }

    /** What the runners of the jobs are that leave files for the release: by artifacts, or without any by uploads. */
    Optional<Fact<List<String>>> machines() {
        return workflows.stream()
                .flatMap(workflow -> {
                    List<DryRow> keeping = workflow.jobs().stream()
                            .filter(job -> job.steps().stream().anyMatch(BuildingWorkflows::keepsFiles))
                            .toList();
                    List<DryRow> rows = keeping.isEmpty()
                            ? workflow.jobs().stream().filter(ReleaseStep::isIn).toList()
                            : keeping;
                    List<String> triples = rows.stream()
                            .flatMap(row -> row.runner().flatMap(Triples::ofRunner).stream())
                            .distinct()
                            .toList();
                    return triples.isEmpty()
                            ? Stream.<Fact<List<String>>>of()
                            : Stream.of(new Fact<>(
                                    triples,
                                    rows.get(0).place() + " jobs." + rows.get(0).id()));
                })
                .findFirst();
    }

    private static boolean keepsFiles(DryStep step) {
        String name = step.with().getOrDefault("name", "") + " " + step.with().getOrDefault("path", "");
        return step.action().equals("actions/upload-artifact")
                && !name.toLowerCase(Locale.ROOT)
                        .matches("(?s).*(?:digest|coverage|report|logs?\\b|test|version|notes).*");
    }

    /** Whether a job may build the program: next to one in Java, Cargo and Go build something else. */
    private boolean mayBuild(DryRow job) {
        boolean java = isJava(files);
        boolean other = job.commands().anyMatch(command -> command.program().matches("cargo|cross|go"))
                && job.commands().noneMatch(command -> command.program().matches("mvnw?|mvnd|gradlew?"));
        return !(java && other);
    }

    /** Whether it builds with one set of features after another, of which none is that of a release. */
    private static boolean severalWays(DryRow job) {
        return job.commands()
                        .filter(command -> command.program().matches("cargo|cross")
                                && command.arguments().contains("build"))
                        .map(command -> new CargoFlags(command).option("--features"))
                        .distinct()
                        .count()
                > 1;
    }

    /** Whether Maven or Gradle builds the project, and nothing that comes before them. */
    static boolean isJava(RepositoryFiles files) {
        return Stream.of("pom.xml", "build.gradle", "build.gradle.kts").anyMatch(files::has)
                && Stream.of("Cargo.toml", "go.mod").noneMatch(files::has);
    }

    /** A platform may be built for tests or for packages, in addition to the build that people download. */
    private static Fact<FoundTarget> fuller(Fact<FoundTarget> before, Fact<FoundTarget> after) {
        return before.value().archive().isPresent()
                ? before
                : before.map(target -> after.value().archive().map(target::with).orElse(target));
    }

    /** One image for all; a setup with an image for each target builds in none that could be named. */
    Optional<Fact<String>> container() {
        List<Fact<String>> images = ReleaseSetupReader.distinct(
                ReleaseSetupReader.each(workflows, job -> Builds.in(job) ? job.container().stream() : Stream.of()));
        return images.size() == 1 ? Optional.of(images.get(0)) : Optional.empty();
    }

    /** The tags that start them. */
    Optional<Fact<List<String>>> tags() {
        return workflows.stream()
                .filter(workflow -> !workflow.tags().isEmpty())
                .map(workflow -> new Fact<>(
                        workflow.tags().stream().map(BuildingWorkflows::plain).toList(),
                        workflow.file() + " on.push.tags"))
                .findFirst();
    }

    /** The same pattern without brackets around a single character, which no config takes. */
    private static String plain(String pattern) {
        String plain = pattern;
        for (Optional<String> found = FilterSyntax.uselessBrackets(plain);
                found.isPresent();
                found = FilterSyntax.uselessBrackets(plain)) {
            plain = plain.replace(
                    found.get(), found.get().substring(1, found.get().length() - 1));
        }
        return plain;
    }

    /** What they install on Linux before a build: next to one that dist has written, others build something else. */
    Optional<Fact<List<String>>> packages() {
        boolean dist = !workflows.stream().allMatch(WorkflowRoles::isOwn);
        List<ExistingWorkflow> some = workflows.stream()
                .filter(workflow -> !dist || !WorkflowRoles.isOwn(workflow))
                .map(ExistingWorkflow::released)
                .map(workflow -> workflow.with(leaving(workflow, workflow.jobs())::contains))
                .toList();
        return ReleaseSetupReader.each(
                        some, job -> buildsForLinux(job) ? AptPackages.of(job).stream() : Stream.<List<String>>of())
                .stream()
                .filter(fact -> !fact.value().isEmpty())
                .findFirst();
    }

    /** What a job installs for other systems alone, such as a tool that signs programs for Windows, no build for Linux needs. */
    private boolean buildsForLinux(DryRow job) {
        List<FoundTarget> targets = Builds.of(job, files, Set.of());
        return Builds.in(job)
                && (targets.isEmpty()
                        || targets.stream().anyMatch(target -> target.triple().contains("linux")));
    }
}
