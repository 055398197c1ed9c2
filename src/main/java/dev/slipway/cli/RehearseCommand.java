package dev.slipway.cli;

import dev.slipway.Generation;
import dev.slipway.model.expression.Data;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.ReleasedVersions;
import dev.slipway.plan.Tag;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code slipway rehearse v1.2.3}: runs the release of a tag on this machine, and publishes nothing. */
final class RehearseCommand implements Command {
    private final PositionalParamSpec tag = PositionalParamSpec.builder()
            .paramLabel("<tag>")
            .type(String.class)
            .arity("0..1")
            .description("the tag to rehearse, which need not exist (default: the next patch version, or 0.1.0)")
            .build();
    private final OptionSpec workflow =
            text("--workflow", "<file>", "run this workflow of the commit instead of the release");
    private final OptionSpec event =
            text("--event", "<name>", "the event (default: the one that starts the release; push for --workflow)");
    private final OptionSpec ref = text(
            "--ref",
            "<ref>",
            "the ref of the event, such as refs/heads/main (default: the tag; for --workflow, the branch)");
    private final OptionSpec inputs =
            list("--input", "<name=value>", "an input of workflow_dispatch or workflow_call; may be repeated");
    private final OptionSpec jobs =
            list("--job", "<id>", "run only this job and the jobs that it needs; may be repeated");
    private final OptionSpec rows =
            list("--row", "<text>", "run only matrix rows with this text in their name or as a value; may be repeated");
    private final OptionSpec skipped = list(
            "--skip-action",
            "<owner/name>",
            "let the steps of this action succeed without running it; may be repeated");
    private final OptionSpec onlyHere =
            Flags.flag("--only-here", "leave out jobs and rows that need another system or processor");
    private final OptionSpec withoutContainers = Flags.flag(
            "--without-containers", "start no containers: run container jobs on this machine, and build no images");
    private final OptionSpec built = text(
            "--built",
            "<folder>",
            "take artifacts from this folder, one folder each, and skip the rows that upload them");
    private final OptionSpec format = OptionSpec.builder("--format")
            .paramLabel("<format>")
            .type(Format.class)
            .converters(Choice.of(Format.class))
            .defaultValue(Format.TEXT.toString())
            .description("text or json (default: text)")
            .build();
    private final OptionSpec keep = Flags.flag("--keep", "keep the folders of the jobs, and say where they are");
    private final GlobalOptions options;

    RehearseCommand(GlobalOptions options) {
        this.options = options;
    }

    private static OptionSpec text(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    private static OptionSpec list(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(description)
                .build();
    }

    private static List<String> values(OptionSpec option) {
        return Optional.<List<String>>ofNullable(option.getValue()).orElse(List.of());
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).addPositional(tag);
        List.of(workflow, event, ref, inputs, jobs, rows, onlyHere, skipped, withoutContainers, built, format, keep)
                .forEach(spec::addOption);
        spec.usageMessage()
                .description("Runs the release of a tag on this machine, and publishes nothing.")
                .footer(
                        "",
                        "It runs the workflow of the last commit, with the scripts of the workflow and the project's "
                                + "own build, in a copy of the repository. Known actions, gh, cosign and docker have "
                                + "stand-ins. At the end it compares the result with 'slipway plan', and writes logs, "
                                + "files and images to .slipway/rehearsal.",
                        "",
                        "Examples:",
                        "  slipway rehearse                      the next version",
                        "  slipway rehearse v1.2.0-rc.1          a prerelease",
                        "  slipway rehearse --job build-linux --row linux-arm64",
                        "  slipway rehearse --workflow .github/workflows/ci.yml --event pull_request",
                        "",
                        "Exit codes: 0 as planned; 1 a job failed, or the result differs from the plan; 2 a wrong command "
                                + "line, or a file that is missing or invalid; 3 a bug in Slipway.");
        return spec;
    }

    @Override
    public ExitCode run(Console console) throws IOException {
        List<Project> projects = Projects.present(options);
        if (projects.size() > 1 && workflow.getValue() == null) {
            if (tag.getValue() == null) {
                throw new IOException("the repository has several projects ("
                        + projects.stream().map(Project::name).collect(Collectors.joining(", "))
                        + "): name a tag of one, or select one with --config");
            }
            return new TagOwner(projects, tag.getValue()).plan(console, this::rehearse);
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
        BuiltElsewhere elsewhere = elsewhere();
        Generation generation = project.generate();
        ReleasePlan plan = generation.plan();
        try (RehearsalFolder folder = RehearsalFolder.make(options.directory(), keep.getValue() != null)) {
            Person person = new Person(Path.of(System.getProperty("user.home")), System.getenv());
            Path repository = options.directory().toAbsolutePath().normalize();
            WorkTree tree = WorkTree.in(repository, folder.plain(person));
            Origin origin = Origin.copy(repository, folder.work().resolve("origin.git"), folder.plain(person));
            String sha = origin.head();
            Optional<RehearsedWorkflow> named =
                    Optional.<String>ofNullable(workflow.getValue()).map(RehearsedWorkflow::named);
            RehearsedWorkflow file =
                    named.orElse(new RehearsedWorkflow(project.paths().release()));
            UncommittedFiles uncommitted = UncommittedFiles.of(tree, project, generation);
            if (named.isEmpty()) {
                uncommitted.refuseGenerated(generation);
            }
            Workflow read = file.read(origin, sha, missing(named, project, origin, sha));
            TriggeringEvent happening = new RehearsedEvent(
                            plan,
                            Optional.ofNullable(tag.getValue()),
                            Optional.ofNullable(event.getValue()),
                            Optional.ofNullable(ref.getValue()),
                            values(inputs),
                            named.isEmpty())
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
                return ExitCode.FINDINGS;
            }
            origin.begin(happening, sha);
            checkJobs(read);
            Style style = options.coloured(console) ? Style.COLOURED : Style.PLAIN;
            RehearsalProgress progress = new RehearsalProgress(console, style, options.verbose(), options.quiet());
            uncommitted.note().ifPresent(progress::note);
            Rehearsal rehearsal = new Rehearsal(
                    folder.work(),
                    origin,
                    sha,
                    plan.project().repository().slug(),
                    happening,
                    new LinkedHashSet<>(values(skipped)),
                    !Flags.on(withoutContainers),
                    elsewhere,
                    person,
                    Host.of(System.getProperty("os.name"), System.getProperty("os.arch")),
                    System.getProperty("user.name").equals("root"),
                    Instant.now());
            Selection selection = new Selection(values(jobs), values(rows), Flags.on(onlyHere));
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
            console.out()
                    .print(format.getValue() == Format.JSON ? report.json() : report.text(style, options.verbose()));
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

    private BuiltElsewhere elsewhere() throws IOException {
        Optional<String> folder = Optional.ofNullable(built.getValue());
        return folder.isPresent()
                ? BuiltElsewhere.in(options.directory().resolve(folder.get()))
                : BuiltElsewhere.NOTHING;
    }

    private void checkJobs(Workflow read) throws IOException {
        List<String> ids = read.jobs().stream().map(Job::id).toList();
        for (String asked : values(jobs)) {
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
        ReleasedVersions released = ReleasedVersions.of(others, plan.tags().prefix());
        return Tag.of(name, plan.tags().prefix())
                .map(it -> PlanReport.of(
                        plan,
                        generation.blueprint().release(),
                        generation.release(),
                        it,
                        generation.overrides().paths(),
                        Optional.of(released)));
    }

    /** The tag that is released: that of the event, or what its inputs say. */
    private String asked(ReleasePlan plan, Origin origin, TriggeringEvent happening) throws IOException {
        if (happening.ofTag()) {
            return happening.refName();
        }
        Data version = happening.inputs().getOrDefault("version", Data.EMPTY);
        return version.text().isEmpty()
                ? NextTag.of(plan.tags(), origin.tags())
                : plan.tags().prefix() + version.text();
    }

    /** The words of {@code --format}. */
    private enum Format {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
