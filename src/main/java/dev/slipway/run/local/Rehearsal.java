package dev.slipway.run.local;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.run.JobRun;
import dev.slipway.run.Observation;
import dev.slipway.run.Progress;
import dev.slipway.run.RowSelectionCheck;
import dev.slipway.run.Selection;
import dev.slipway.run.TriggeringEvent;
import dev.slipway.run.Walk;
import dev.slipway.run.local.artifact.Artifact;
import dev.slipway.run.local.artifact.Artifacts;
import dev.slipway.run.local.engine.EngineOnDemand;
import dev.slipway.run.local.github.Api;
import dev.slipway.run.local.github.Cosign;
import dev.slipway.run.local.github.Gh;
import dev.slipway.run.local.github.GitHub;
import dev.slipway.run.local.github.Release;
import dev.slipway.run.local.github.SlipwayStandIn;
import dev.slipway.run.local.machine.Host;
import dev.slipway.run.local.machine.Person;
import dev.slipway.run.local.machine.PlainPrograms;
import dev.slipway.run.local.process.CommandServer;
import dev.slipway.run.local.process.End;
import dev.slipway.run.local.process.LocalProcess;
import dev.slipway.run.local.process.StandIn;
import dev.slipway.run.local.site.ImageRegistry;
import dev.slipway.run.local.site.Notes;
import dev.slipway.run.local.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Runs a workflow on this machine as GitHub would, and publishes nothing.
 *
 * @param root an empty folder for everything
 * @param origin the copy of the repository, with the tag
 * @param sha the commit of the event
 * @param repository {@code owner/name} on GitHub
 * @param skipped actions that are passed over
 * @param containers whether a container engine runs the containers that jobs ask for, and builds images; otherwise this
 *     machine stands in for containers, and images are checked only for what they copy
 * @param built what is not built here
 * @param superuser whether the person may do everything on this machine
 * @param time when the run is said to take place
 */
public record Rehearsal(
        Path root,
        Origin origin,
        String sha,
        String repository,
        TriggeringEvent event,
        Set<String> skipped,
        boolean containers,
        BuiltElsewhere built,
        Person person,
        Host host,
        boolean superuser,
        Instant time) {
    /** What {@code github.token} is. It opens nothing. */
    private static final String TOKEN = "rehearsal-token";

    public Rehearsal {
        skipped = Set.copyOf(skipped);
    }

    /**
     * Runs the selected jobs.
     *
     * @param path where the workflow is in the repository
     * @param output gets every line that a step prints
     */
    public Observation run(
            Workflow workflow, String path, Selection selection, Progress progress, Consumer<String> output)
            throws IOException {
        GitHub github = new GitHub(repository, origin::refs, TOKEN, root, time);
        Set<Long> earlier = new LinkedHashSet<>();
        for (String tag : origin.tags()) {
            if (!tag.equals(event.refName())) {
                earlier.add(github.releases().add(Release.of(tag)).id());
            }
        }
        if (event.name().equals("release")) {
            github.releases().add(Release.of(event.refName()));
        }
        Notes notes = new Notes();
        ImageRegistry images = new ImageRegistry();
        try (EngineOnDemand engine = engine();
                Api api = Api.start(github);
                CommandServer server = CommandServer.start(Map.of(
                        "gh",
                        new Gh(github, jq()),
                        "slipway",
                        new SlipwayStandIn(github.records()),
                        B3sum.NAME,
                        new B3sum(),
                        "cosign",
                        new Cosign(github.records()),
                        "docker",
                        new DockerCommand(images, engine, notes)))) {
            Site site = new Site(
                    root,
                    origin.folder(),
                    repository,
                    event,
                    sha,
                    TOKEN,
                    time,
                    github,
                    api,
                    server,
                    new Artifacts(root.resolve("artifacts"), new Artifacts.Run("https://github.com", repository, "1")),
                    images,
                    engine,
                    person,
                    host,
                    notes,
                    new LinkedHashSet<>(origin.tags()),
                    origin.defaultBranch(),
                    superuser,
                    rust());
            Files.createDirectories(root.resolve("images"));
            RunContexts known = new RunContexts(site, workflow, path);
            Contexts contexts = known.contexts();
            LocalExecutor executor = new LocalExecutor(
                    site,
                    PlainPrograms.of(person, root.resolve("programs")),
                    skipped,
                    containers,
                    built,
                    known.github(),
                    selection.onlyHere(),
                    output);
            RowSelectionCheck check = new RowSelectionCheck(selection);
            check.checkBefore(workflow, contexts, executor);
            List<JobRun> jobs = new Walk(workflow, contexts, executor, selection, progress).run();
            check.checkAfter(jobs);
            if (selection.whole()) {
                Set<String> uploaded =
                        site.artifacts().all().stream().map(Artifact::name).collect(Collectors.toSet());
                built.unknown(uploaded)
                        .forEach(name -> notes.warning(
                                "--built", "no job uploads an artifact '" + name + "', so its folder is ignored"));
            }
            return new Observed(site, earlier).observation(jobs);
        }
    }

    private EngineOnDemand engine() {
        return containers
                ? new EngineOnDemand(person.environment(), root.resolve("engine"))
                : EngineOnDemand.none("skipped because of --without-containers");
    }

    /** Where the Rust of this machine is, with its compiler and its libraries. */
    private Optional<Path> rust() {
        List<String> lines = new ArrayList<>();
        End end = LocalProcess.start(
                List.of("rustc", "--print", "sysroot"), person.environment(), root, lines::add, Duration.ofSeconds(30));
        return end.succeeded() && !lines.isEmpty()
                ? Optional.of(Path.of(lines.get(lines.size() - 1))).filter(Files::isDirectory)
                : Optional.empty();
    }

    private Optional<StandIn> jq() {
        return LocalProcess.executable("jq", person.environment().getOrDefault("PATH", ""))
                .map(JqProgram::new);
    }
}
