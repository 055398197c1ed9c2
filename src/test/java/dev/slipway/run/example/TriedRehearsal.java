package dev.slipway.run.example;

import dev.slipway.Generation;
import dev.slipway.Generator;
import dev.slipway.Overrides;
import dev.slipway.files.TemplateFolder;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.plan.ReleasedVersions;
import dev.slipway.read.WorkflowReader;
import dev.slipway.report.PlanReport;
import dev.slipway.report.RehearsalReport;
import dev.slipway.report.RehearsedCommit;
import dev.slipway.report.Style;
import dev.slipway.run.Observation;
import dev.slipway.run.Progress;
import dev.slipway.run.Selection;
import dev.slipway.run.TriggeringEvent;
import dev.slipway.run.local.BuiltElsewhere;
import dev.slipway.run.local.Origin;
import dev.slipway.run.local.Rehearsal;
import dev.slipway.run.local.machine.Host;
import dev.slipway.run.local.machine.Person;
import dev.slipway.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rehearses an example's project as {@code slipway rehearse --without-containers TAG} does if there is no container
 * engine: images are not built, and what they copy is looked at.
 *
 * @param repository the project, with its head at what is rehearsed
 * @param work an empty folder
 * @param builds what was built before
 */
record TriedRehearsal(Path repository, Path work, BuildCache builds) {
    /** What a rehearsal came to: the words of a refusal, or a report. */
    record Outcome(String refusal, Optional<RehearsalReport> report) {
        boolean green() {
            return report.filter(RehearsalReport::succeeded).isPresent();
        }

        /** What is red about it, in a line; empty if it is green. */
        String reason() {
            return report.map(it -> Stream.concat(
                                    it.text(Style.PLAIN, false).lines().filter(line -> line.startsWith("failed")),
                                    it.differences().stream())
                            .collect(Collectors.joining(" | ")))
                    .orElse(refusal);
        }
    }

    Outcome of(TriedTags tags, String tag) {
        try {
            return run(tags, tag);
        } catch (IOException e) {
            return new Outcome(String.valueOf(e.getMessage()), Optional.empty());
        }
    }

    private Outcome run(TriedTags tags, String tag) throws IOException {
        Person person = new Person(Path.of(System.getProperty("user.home")), environment());
        Origin origin = Origin.copy(repository, work.resolve("origin.git"), plain(person));
        String sha = origin.head();
        origin.tag(tag, sha);
        Workflow workflow = WorkflowReader.read(new SourceText(
                tags.workflow(), origin.file(sha, tags.workflow()).orElseThrow()));
        TriggeringEvent event = new TriggeringEvent("push", "", "refs/tags/" + tag, Map.of());
        if (!event.starts(workflow)) {
            return new Outcome("push of " + tag + " does not start the workflow", Optional.empty());
        }
        Generation generation = generation(tags);
        Rehearsal rehearsal = new Rehearsal(
                work,
                origin,
                sha,
                generation.plan().project().repository().slug(),
                event,
                Set.of(),
                false,
                BuiltElsewhere.NOTHING,
                person,
                Host.of(System.getProperty("os.name"), System.getProperty("os.arch")),
                System.getProperty("user.name").equals("root"),
                Instant.now());
        Observation observed = rehearsal.run(workflow, tags.workflow(), Selection.ALL, Progress.NONE, line -> {});
        RehearsedCommit commit = new RehearsedCommit(sha, origin.files(sha), workflow);
        return new Outcome(
                "",
                Optional.of(new RehearsalReport(
                        tag, tags.workflow(), commit, observed, planned(generation, origin, tag), "")));
    }

    private Generation generation(TriedTags tags) throws IOException {
        Overrides overrides = new Overrides(TemplateFolder.read(repository));
        return new Generator(overrides)
                .generate(SourceText.decode(tags.config(), Files.readAllBytes(repository.resolve(tags.config()))));
    }

    private static Optional<PlanReport> planned(Generation generation, Origin origin, String tag) throws IOException {
        List<String> others =
                origin.tags().stream().filter(one -> !one.equals(tag)).toList();
        return Optional.of(PlanReport.of(
                generation.plan(),
                generation.blueprint().release(),
                generation.release(),
                generation.plan().tags().read(tag).orElseThrow(),
                List.of(),
                Optional.of(ReleasedVersions.of(others, generation.plan().tags()))));
    }

    /** This machine's own, but for container engines: those that are found first do not work. */
    private Map<String, String> environment() throws IOException {
        Path first = Files.createDirectories(work.resolve("first"));
        for (String engine : List.of("docker", "podman", "buildah")) {
            Path program = Files.writeString(
                    first.resolve(engine), "#!/bin/sh\necho 'there is none in this test' >&2\nexit 1\n");
            if (!program.toFile().setExecutable(true)) {
                throw new IOException(program + " cannot be made a program");
            }
        }
        Map<String, String> all = new LinkedHashMap<>(System.getenv());
        builds.install(first, all.getOrDefault("PATH", ""));
        all.put("PATH", first + java.io.File.pathSeparator + all.getOrDefault("PATH", ""));
        return all;
    }

    private Map<String, String> plain(Person person) {
        return Map.of(
                "PATH",
                person.environment().getOrDefault("PATH", ""),
                "HOME",
                work.toString(),
                "LC_ALL",
                "C",
                "GIT_CONFIG_NOSYSTEM",
                "1",
                "GIT_CONFIG_GLOBAL",
                work.resolve("gitconfig").toString(),
                "GIT_TERMINAL_PROMPT",
                "0");
    }
}
