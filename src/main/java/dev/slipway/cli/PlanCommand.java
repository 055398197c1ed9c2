package dev.slipway.cli;

import dev.slipway.ConfigCheck;
import dev.slipway.Generation;
import dev.slipway.detect.git.GitTags;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.ReleasedVersions;
import dev.slipway.plan.Tag;
import dev.slipway.report.DownloadReport;
import dev.slipway.report.FindingReport;
import dev.slipway.report.PlanReport;
import dev.slipway.report.TagRefusal;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code slipway plan v1.2.3}: everything that pushing this tag will do. */
final class PlanCommand implements Command {
    private final PositionalParamSpec words = PositionalParamSpec.builder()
            .paramLabel("<tag>")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("0..*")
            .description("the tag to push (default: an example); repositories may follow")
            .build();
    private final OptionSpec format = OptionSpec.builder("--format")
            .paramLabel("<format>")
            .type(Format.class)
            .converters(Choice.of(Format.class))
            .defaultValue(Format.TEXT.toString())
            .description("text, json, markdown or html (default: text)")
            .build();
    private final OptionSpec diff = OptionSpec.builder("--diff")
            .paramLabel("<base>")
            .type(String.class)
            .description("show changes for people who download, compared with a commit such as main, an older config,"
                    + " or a folder with a config")
            .build();
    private final Today today = new Today();
    private final GlobalOptions options;
    private final Repositories repositories;

    PlanCommand(GlobalOptions options) {
        this.options = options;
        this.repositories = new Repositories(options, false);
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this)
                .addPositional(words)
                .addOption(format)
                .addOption(diff)
                .addOption(today.option());
        repositories.addTo(spec);
        spec.usageMessage().description("Show what pushing a tag will do.");
        return spec;
    }

    @Override
    public ExitCode run(Console console) throws IOException {
        PlanWords given = PlanWords.of(Repositories.named(words), repositories);
        if (format.getValue() == Format.HTML) {
            if (diff.getValue() != null) {
                throw new IOException("html does not support --diff: use text, json or markdown");
            }
            return new PlanHtml(options, repositories, today).run(given, console);
        }
        if (repositories.asked(given.directories())) {
            return repositories.run(given.directories(), given.tag().stream().toList(), console);
        }
        Format asked = format.getValue();
        EachProject.Form form = asked == Format.JSON ? EachProject.Form.JSON : EachProject.Form.TEXT;
        List<Project> projects = Projects.present(options);
        if (projects.size() > 1 && given.tag().isPresent()) {
            return new TagOwner(projects, given.tag().get())
                    .plan(console, (project, own) -> plan(project, given.tag(), own));
        }
        return EachProject.run(projects, form, console, (project, own) -> plan(project, given.tag(), own));
    }

    private ExitCode plan(Project project, Optional<String> word, Console console) throws IOException {
        Generation generation = project.generate(today.value());
        ReleasePlan plan = generation.plan();
        Optional<String> name = word.map(plan::tag);
        Workflow release = generation.blueprint().release();
        List<String> own = generation.overrides().paths();
        Optional<TagRefusal> refusal = name.flatMap(asked -> TagRefusal.of(plan, release, asked));
        if (refusal.isPresent()) {
            console.err().println("error: " + refusal.get().message());
            refusal.get().help().forEach(line -> console.err().println("  " + line));
            return ExitCode.FINDINGS;
        }
        Optional<String> base = Optional.ofNullable(diff.getValue());
        if (base.isPresent()) {
            return compare(project, plan, name, base.get(), console);
        }
        PlanReport report = name.flatMap(asked -> plan.tags().read(asked))
                .map(asked -> PlanReport.of(plan, release, generation.release(), asked, own, released(plan)))
                .orElseGet(() -> PlanReport.ofExample(plan, release, generation.release(), own));
        console.out().print(print(report, console));
        FindingReport findings =
                new FindingReport(generation.document().sources(), ConfigCheck.of(generation, today.value()));
        console.err().print(findings.text(console.style()));
        return findings.has(Severity.ERROR) ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    private ExitCode compare(Project project, ReleasePlan plan, Optional<String> name, String word, Console console)
            throws IOException {
        PlanBase base;
        try {
            base = PlanBase.of(word, project);
        } catch (InvalidSource invalid) {
            console.err().println("error: cannot compare with '" + word + "': its config is invalid");
            throw invalid;
        }
        Tag tag = name.flatMap(plan.tags()::read).orElseGet(plan.tags()::example);
        DownloadReport report = DownloadReport.of(base.name(), base.plan(), plan, tag);
        console.out()
                .print(
                        switch ((Format) format.getValue()) {
                            case TEXT -> report.text(console.style());
                            case JSON -> report.json();
                            case MARKDOWN, HTML -> report.markdown();
                        });
        return ExitCode.FINE;
    }

    /** What the tags of the repository say is released; nothing if they are not known. */
    private Optional<ReleasedVersions> released(ReleasePlan plan) {
        return GitTags.of(options.directory()).map(names -> ReleasedVersions.of(names, plan.tags()));
    }

    private String print(PlanReport report, Console console) {
        Format asked = format.getValue();
        return switch (asked) {
            case TEXT -> report.text(console.style());
            case JSON -> report.json();
            case MARKDOWN, HTML -> report.markdown();
        };
    }

    /** The words of {@code --format}. */
    private enum Format {
        TEXT,
        JSON,
        MARKDOWN,
        HTML;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
