package dev.slipway.detect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts together how a repository releases today, from its workflows and from the files of release tools. */
record ReleaseSetupReader(Tree tree, List<Workflow> workflows, Optional<String> repository) {
    private static final Map<String, String> TOOL_FILES = toolFiles();

    private static Map<String, String> toolFiles() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("dist-workspace.toml", "dist");
        files.put("dist.toml", "dist");
        files.put("release-plz.toml", "release-plz");
        files.put(".release-plz.toml", "release-plz");
        files.put("release.toml", "cargo-release");
        files.put(".goreleaser.yml", "goreleaser");
        files.put(".goreleaser.yaml", "goreleaser");
        files.put("goreleaser.yml", "goreleaser");
        files.put("goreleaser.yaml", "goreleaser");
        files.put("jreleaser.yml", "jreleaser");
        files.put("jreleaser.yaml", "jreleaser");
        files.put("jreleaser.toml", "jreleaser");
        files.put("release-please-config.json", "release-please");
        return files;
    }

    ReleaseSetup read() {
        List<Fact<FoundTarget>> targets = new ArrayList<>(targets());
        if (targets.isEmpty()) {
            targets.addAll(distTargets());
        }
        return new ReleaseSetup(
                distinct(each(job -> ReleaseStep.of(job).stream())),
                tools(),
                tags(),
                targets,
                distinct(each(job -> AssetNames.of(job).stream())),
                distinct(each(job -> ImageNames.of(job, repository).stream())),
                tree.read("Dockerfile").flatMap(DockerBase::of),
                container(),
                packages(),
                ci().map(workflow -> new Fact<>(workflow.branches(), workflow.file() + " on.push.branches"))
                        .filter(fact -> !fact.value().isEmpty()),
                ci().map(ReleaseSetupReader::runners)
                        .filter(fact -> !fact.value().isEmpty()));
    }

    private List<Workflow> releasing() {
        return workflows.stream().filter(Workflow::releases).toList();
    }

    /** What each job of a releasing workflow says, with the place. */
    private <T> List<Fact<T>> each(Function<Job, Stream<T>> question) {
        return releasing().stream()
                .flatMap(workflow -> workflow.jobs().stream()
                        .flatMap(job -> question.apply(job)
                                .map(answer -> new Fact<>(answer, workflow.file() + " jobs." + job.id()))))
                .toList();
    }

    private static <T> List<Fact<T>> distinct(List<Fact<T>> facts) {
        Map<T, Fact<T>> first = new LinkedHashMap<>();
        facts.forEach(fact -> first.putIfAbsent(fact.value(), fact));
        return List.copyOf(first.values());
    }

    private List<Fact<FoundTarget>> targets() {
        Map<String, Fact<FoundTarget>> byTriple = new LinkedHashMap<>();
        each(job -> Triples.of(job).stream())
                .forEach(fact -> byTriple.putIfAbsent(fact.value().triple(), fact));
        return List.copyOf(byTriple.values());
    }

    /** One image for all; a setup with an image for each target builds in none that could be named. */
    private Optional<Fact<String>> container() {
        List<Fact<String>> images = distinct(each(job -> builds(job) ? job.container().stream() : Stream.of()));
        return images.size() == 1 ? Optional.of(images.get(0)) : Optional.empty();
    }

    private static boolean builds(Job job) {
        return !Triples.of(job).isEmpty();
    }

    private List<Fact<FoundTarget>> distTargets() {
        return Stream.of("dist-workspace.toml", "dist.toml")
                .flatMap(file -> tree.read(file).map(TomlFile::read).stream())
                .flatMap(file -> file.top().texts("dist", "targets").stream()
                        .map(triple -> new Fact<>(
                                new FoundTarget(triple, Optional.empty(), Optional.empty(), Optional.empty()),
                                file.name() + " [dist] targets")))
                .toList();
    }

    private List<Fact<String>> tools() {
        List<Fact<String>> found = new ArrayList<>();
        TOOL_FILES.forEach((file, tool) -> {
            if (tree.has(file)) {
                found.add(new Fact<>(tool, file));
            }
        });
        return found;
    }

    private Optional<Fact<List<String>>> tags() {
        return releasing().stream()
                .filter(workflow -> !workflow.tags().isEmpty())
                .map(workflow -> new Fact<>(workflow.tags(), workflow.file() + " on.push.tags"))
                .findFirst();
    }

    private Optional<Fact<List<String>>> packages() {
        return each(job -> builds(job) ? AptPackages.of(job).stream() : Stream.<List<String>>of()).stream()
                .filter(fact -> !fact.value().isEmpty())
                .findFirst();
    }

    /** The workflow that tests what people push; a release workflow only where it does both. */
    private Optional<Workflow> ci() {
        List<Workflow> testing = workflows.stream()
                .filter(workflow ->
                        workflow.pullRequests() || !workflow.branches().isEmpty())
                .filter(ReleaseSetupReader::tests)
                .toList();
        return testing.stream()
                .filter(workflow -> !workflow.releases())
                .findFirst()
                .or(() -> testing.stream().findFirst());
    }

    private static boolean tests(Workflow workflow) {
        return workflow.jobs().stream()
                .flatMap(job -> job.steps().stream())
                .map(step -> step.run().toLowerCase(Locale.ROOT))
                .anyMatch(run -> run.contains("test") || run.contains("mvn") || run.contains("verify"));
    }

    private static Fact<List<String>> runners(Workflow workflow) {
        List<String> labels = workflow.jobs().stream()
                .flatMap(job -> job.runner().stream())
                .distinct()
                .toList();
        return new Fact<>(labels, workflow.file() + " jobs.*.runs-on");
    }
}
