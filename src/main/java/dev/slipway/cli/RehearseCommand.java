package dev.slipway.cli;

import dev.slipway.Generation;
import dev.slipway.model.expression.Data;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.ReleasedVersions;
import dev.slipway.report.PlanReport;
import dev.slipway.report.RehearsalReport;
import dev.slipway.report.RehearsedCommit;
import dev.slipway.report.Style;
import dev.slipway.report.TagRefusal;
import dev.slipway.run.Observation;
import dev.slipway.run.Selection;
import dev.slipway.run.TriggeringEvent;
import dev.slipway.run.local.BuiltElsewhere;
import dev.slipway.run.local.Origin;
import dev.slipway.run.local.Rehearsal;
import dev.slipway.run.local.WorkTree;
import dev.slipway.run.local.machine.Host;
import dev.slipway.run.local.machine.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** {@code slipway rehearse v1.2.3}: runs the release of a tag on this machine, and publishes nothing. */
final class RehearseCommand implements Command {
    private final RehearseOptions given = new RehearseOptions();
    private final GlobalOptions options;

    RehearseCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
        given.addTo(spec);
        spec.usageMessage()
                .description("Run the release of a tag on this machine without publishing.")
                .footer(
                        "",
                        "It runs the workflow of the last commit, with the scripts of the workflow and the project's "
                                + "own build, in a copy of the repository. Stand-ins replace known actions, gh, "
                                + "cosign and docker. At the end it compares the result with 'slipway plan', and "
                                + "writes logs, "
                                + "files and images to .slipway/rehearsal.",
                        "",
                        "Exit codes: 0 as planned; 1 a job failed, or the result differs from the plan; 2 a wrong command "
                                + "line, or a file that is missing or invalid; 3 a bug in Slipway.");
        return spec;
    }

    @Override
    public ExitCode run(Console console) throws IOException {
        List<Project> projects = Projects.present(options);
        if (projects.size() > 1 && given.workflow().isEmpty()) {
            String tag = given.tag()
                    .orElseThrow(() -> new IOException("the repository has several projects ("
                            + projects.stream().map(Project::name).collect(Collectors.joining(", "))
                            + "): use a tag of one of them, or select one with --config"));
            return new TagOwner(projects, tag).plan(console, this::rehearse);
        }
        return rehearse(projects.get(0), console);
    }

    private ExitCode rehearse(Project project, Console console) throws IOException {
        Interruption interruption = Interruption.watch();
        try {
            return rehearsed(project, console);
        } catch (CancellationException interrupted) {
            return interrupted(console);
        } catch (IOException | UncheckedIOException failure) {
            if (Thread.interrupted()) {
                return interrupted(console);
            }
            throw failure;
        } finally {
            interruption.close();
        }
    }

    private ExitCode rehearsed(Project project, Console console) throws IOException {
        BuiltElsewhere elsewhere = given.built(options.folder());
        Generation generation = project.generate();
        ReleasePlan plan = generation.plan();
        try (RehearsalFolder folder = RehearsalFolder.make(options.directory(), given.keep())) {
            Person person = new Person(Path.of(System.getProperty("user.home")), System.getenv());
            Path repository = options.directory().toAbsolutePath().normalize();
            WorkTree tree = WorkTree.in(repository, folder.plain(person));
            Origin origin = Origin.copy(repository, folder.work().resolve("origin.git"), folder.plain(person));
            String sha = origin.head();
            Optional<RehearsedWorkflow> named = given.workflow().map(RehearsedWorkflow::named);
            RehearsedWorkflow file =
                    named.orElse(new RehearsedWorkflow(project.paths().release()));
            UncommittedFiles uncommitted = UncommittedFiles.of(tree, project, generation);
            if (named.isEmpty()) {
                uncommitted.refuseGenerated(generation);
            }
            Workflow read = file.read(origin, sha, missing(named, project, origin, sha));
            TriggeringEvent happening = new RehearsedEvent(
                            plan, given.tag(), given.event(), given.ref(), given.inputs(), named.isEmpty())
                    .of(read, origin, sha);
            if (happening.ofTag() && named.isEmpty()) {
                Optional<TagRefusal> refusal =
                        TagRefusal.of(plan, generation.blueprint().release(), happening.refName());
                if (refusal.isPresent()) {
                    console.err().println("error: " + refusal.get().message());
                    refusal.get().help().forEach(line -> console.err().println("  " + line));
                    return ExitCode.FINDINGS;
                }
            }
            if (!happening.starts(read)) {
                String base = happening.pull().map(pull -> " to " + pull.base()).orElse("");
                console.err()
                        .println("error: " + happening.name() + " of " + happening.ref() + base + " does not start "
                                + file.path());
                console.err()
                        .println("  it starts at: "
                                + read.on().stream()
                                        .map(TriggeringEvent::name)
                                        .distinct()
                                        .collect(Collectors.joining(", "))
                                + "; select one with --event, and a branch or tag with --ref");
                return ExitCode.FINDINGS;
            }
            origin.begin(happening, sha);
            Selection selection = given.selection();
            checkJobs(selection.jobs(), read);
            Style style = console.style();
            RehearsalProgress progress = new RehearsalProgress(console, style, options.verbose(), options.quiet());
            uncommitted.note().ifPresent(progress::note);
            Rehearsal rehearsal = new Rehearsal(
                    folder.work(),
                    origin,
                    sha,
                    plan.project().repository().slug(),
                    happening,
                    given.skippedActions(),
                    given.containers(),
                    elsewhere,
                    person,
                    Host.of(System.getProperty("os.name"), System.getProperty("os.arch")),
                    System.getProperty("user.name").equals("root"),
                    Instant.now());
            Observation observed = rehearsal.run(read, file.path(), selection, progress, progress::line);
            boolean compared = named.isEmpty() && selection.whole() && observed.complete();
            RehearsalReport report = new RehearsalReport(
                    happening.name() + " of " + happening.ref(),
                    file.path(),
                    new RehearsedCommit(sha, origin.files(sha), read, uncommitted.paths()),
                    observed,
                    compared ? planned(generation, origin, happening) : Optional.empty(),
                    folder.shown());
            folder.keep(report.json());
            console.out().print(given.json() ? report.json() : report.text(style, options.verbose()));
            return report.succeeded() ? ExitCode.FINE : ExitCode.FINDINGS;
        }
    }

    private static ExitCode interrupted(Console console) {
        console.err().println("interrupted");
        return ExitCode.FINDINGS;
    }

    private static String missing(Optional<RehearsedWorkflow> named, Project project, Origin origin, String sha)
            throws IOException {
        if (named.isEmpty()) {
            return "run 'slipway generate', and commit what it writes";
        }
        return project.has(named.get().path()) ? "commit it first" : RehearsedWorkflow.others(origin, sha);
    }

    private static void checkJobs(List<String> selected, Workflow read) throws IOException {
        List<String> ids = read.jobs().stream().map(Job::id).toList();
        for (String asked : selected) {
            if (!ids.contains(asked)) {
                throw new IOException("--job " + asked + ": the jobs are " + String.join(", ", ids));
            }
        }
    }

    private Optional<PlanReport> planned(Generation generation, Origin origin, TriggeringEvent happening)
            throws IOException {
        ReleasePlan plan = generation.plan();
        String name = asked(plan, origin, happening);
        List<String> others =
                origin.tags().stream().filter(one -> !one.equals(name)).toList();
        ReleasedVersions released = ReleasedVersions.of(others, plan.tags());
        return plan.tags()
                .read(name)
                .map(it -> PlanReport.of(
                        plan,
                        generation.blueprint().release(),
                        generation.release(),
                        it,
                        generation.overrides().paths(),
                        Optional.of(released)));
    }

    /** The released tag: that of the event, or the one in its inputs. */
    private String asked(ReleasePlan plan, Origin origin, TriggeringEvent happening) throws IOException {
        if (happening.ofTag()) {
            return happening.refName();
        }
        Data version = happening.inputs().getOrDefault("version", Data.EMPTY);
        return version.text().isEmpty()
                ? NextTag.of(plan.tags(), origin.tags())
                : plan.tags().prefix() + version.text();
    }
}
