package dev.slipway.cli;

import dev.slipway.ConfigCheck;
import dev.slipway.Generation;
import dev.slipway.RepositoryLockfile;
import dev.slipway.Version;
import dev.slipway.detect.Repository;
import dev.slipway.detect.doctor.Advice;
import dev.slipway.detect.doctor.Doctor;
import dev.slipway.detect.doctor.Examination;
import dev.slipway.detect.doctor.Inspection;
import dev.slipway.detect.doctor.LostNames;
import dev.slipway.detect.doctor.LostUploads;
import dev.slipway.detect.doctor.Setup;
import dev.slipway.detect.release.LostFiles;
import dev.slipway.detect.release.ReleaseSetup;
import dev.slipway.detect.workflow.Releaser;
import dev.slipway.facts.Runners;
import dev.slipway.files.Drift;
import dev.slipway.plan.Build;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.RequiredSetting;
import dev.slipway.plan.Tag;
import dev.slipway.published.PublishedRelease;
import dev.slipway.report.DoctorReport;
import dev.slipway.report.FindingReport;
import dev.slipway.report.NameTable;
import dev.slipway.report.ReportFormat;
import dev.slipway.report.Style;
import dev.slipway.report.Tool;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code slipway doctor}: checks for release problems outside the generated files. */
final class DoctorCommand implements Command {
    /** The words of {@code --format}. */
    private enum Format {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final OptionSpec format = OptionSpec.builder("--format")
            .paramLabel("<format>")
            .type(Format.class)
            .converters(Choice.of(Format.class))
            .defaultValue(Format.TEXT.toString())
            .description("text or json (default: text)")
            .build();
    private static final Tool NO_TOOL = new Tool(Version.current(), List.of());

    private final Today today = new Today();
    private final GlobalOptions options;
    private final Against against;

    DoctorCommand(GlobalOptions options) {
        this(options, System.in);
    }

    DoctorCommand(GlobalOptions options, InputStream in) {
        this.options = options;
        this.against = new Against(options, in);
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                CommandSpec.wrapWithoutInspection(this).addOption(format).addOption(today.option());
        against.addTo(spec);
        spec.usageMessage().description("Check for release problems outside the generated files.");
        return spec;
    }

    /** In JSON, standard output also contains the reason if nothing could be examined, because programs read it. */
    @Override
    public ExitCode run(Console console) throws IOException {
        try {
            return examineAll(console);
        } catch (IOException unreadable) {
            if (json()) {
                console.out().print(DoctorReport.failure(Failure.message(unreadable)));
            }
            throw unreadable;
        }
    }

    private boolean json() {
        return format.getValue() == Format.JSON;
    }

    private ExitCode examineAll(Console console) throws IOException {
        EachProject.Form form = json() ? EachProject.Form.JSON : EachProject.Form.TEXT;
        Optional<PublishedRelease> old = against.release();
        List<Project> projects = Projects.present(options);
        if (old.isPresent() && old.get().tag().isEmpty() && projects.size() > 1) {
            throw new IOException(
                    "--against needs the release of one project: set its tag with --against-tag, or its config with "
                            + "--config");
        }
        if (old.isPresent()) {
            Against.checkTag(old.get());
        }
        return EachProject.run(projects, form, console, (project, own) -> attempt(project, old, projects.size(), own));
    }

    private ExitCode attempt(Project project, Optional<PublishedRelease> given, int projects, Console console)
            throws IOException {
        try {
            return examine(project, given, projects, console);
        } catch (InvalidSource invalid) {
            if (!json()) {
                throw invalid;
            }
            console.out().print(FindingReport.of(invalid).as(ReportFormat.JSON, Style.PLAIN, NO_TOOL));
            return ExitCode.INVALID;
        }
    }

    private ExitCode examine(Project project, Optional<PublishedRelease> given, int projects, Console console)
            throws IOException {
        Generation generation = project.generate(today.value());
        Optional<Against.Latest> latest = against.isOnline()
                ? Optional.of(
                        against.latest(generation.plan().project().repository().slug(), console))
                : Optional.empty();
        Optional<PublishedRelease> known = given.or(() -> latest.flatMap(Against.Latest::release));
        Optional<PublishedRelease> old = known.filter(release ->
                projects == 1 || generation.plan().tags().starts(release.tag().orElse("")));
        Optional<NameTable> names = old.map(release -> Against.table(release, generation.plan()));
        List<Advice> more = new ArrayList<>();
        ConfigCheck.of(generation, today.value()).forEach(finding -> more.add(advice(finding)));
        Drift drift = project.compare(generation, false);
        RepositoryLockfile.Unlocked unlocked = project.unlocked(drift);
        unlocked.findings().forEach(finding -> more.add(unlocked(finding)));
        more.addAll(GeneratedFiles.advice(drift));
        Repository repository = Repository.read(options.directory());
        Setup setup = PlannedSetup.of(generation, project.others());
        Examination examination = Doctor.examine(repository, setup, today.value())
                .with(more, runners(generation))
                .with(List.of(), new Inspection("generated files"));
        if (names.isPresent()) {
            LostNames lost = new LostNames(names.get().old(), names.get().comparison());
            List<Advice> found = lost.advise(options.directory(), repository, setup, examination.advice());
            examination = examination.without(found).with(found, new Inspection(LostNames.SUBJECT));
        }
        if (names.isEmpty() && projects == 1) {
            Optional<LostUploads> uploads = lostUploads(repository, setup, generation.plan());
            if (uploads.isPresent()) {
                examination = examination.with(
                        uploads.get().advise(setup), uploads.get().inspection());
            }
        }
        Optional<String> unknown = latest.map(Against.Latest::why)
                .filter(why -> !why.isEmpty())
                .or(() -> known.filter(release -> old.isEmpty()).map(release -> "the release is of another project"));
        if (unknown.isPresent()) {
            examination = examination.with(List.of(), new Inspection(LostNames.SUBJECT).unless(true, unknown.get()));
        }
        DoctorReport report = new DoctorReport(examination, RequiredSetting.of(generation.plan()), names);
        if (json()) {
            console.out().print(report.json());
        } else {
            print(report, setup.tags().isFirst(repository.git()), console);
        }
        ExitCode code = report.fails() ? ExitCode.FINDINGS : ExitCode.FINE;
        return unlocked.fault().map(fault -> Failure.ofFault(fault, console)).orElse(code);
    }

    /** What workflows upload that are not ours; nothing if no other releases. */
    private Optional<LostUploads> lostUploads(Repository repository, Setup setup, ReleasePlan plan) {
        boolean others = repository.releasers().stream()
                .anyMatch(releaser -> releaser.work() != Releaser.Work.EARLY
                        && !setup.workflows().contains(releaser.file()));
        if (!others) {
            return Optional.empty();
        }
        ReleaseSetup today = Repository.read(
                        options.directory(),
                        setup.workflows(),
                        Optional.empty(),
                        setup.rust().flatMap(Setup.Cargo::crate))
                .releaseAt(setup.tags().patterns());
        Tag tag = plan.tags().example();
        return Optional.of(new LostUploads(new LostFiles(
                today,
                Set.copyOf(plan.assets(tag.name())),
                tag.name(),
                tag.version(),
                plan.project().name())));
    }

    /** After a first release, the settings have been made. */
    private void print(DoctorReport report, boolean first, Console console) {
        console.out().print(report.text(options.quiet(), console.style()));
        if (options.verbose() || first && !options.quiet()) {
            console.out().print(report.settingsText(console.style()));
        } else if (!options.quiet()) {
            console.out().println("'slipway --verbose doctor' lists the GitHub settings that a release needs");
        }
    }

    private static Inspection runners(Generation generation) {
        List<String> unknown = generation
                .plan()
                .builds()
                .map(Build::runner)
                .filter(label -> Runners.standard().find(label).isEmpty())
                .distinct()
                .toList();
        return new Inspection("runner labels").unless(!unknown.isEmpty(), "no data on " + String.join(", ", unknown));
    }

    private static Advice advice(Finding finding) {
        return Advice.of(finding, finding.rule(), "");
    }

    private static Advice unlocked(Finding finding) {
        return Advice.of(
                finding,
                "actions-lock",
                "https://docs.github.com/en/actions/concepts/security/workflow-dependency-lockfiles");
    }
}
