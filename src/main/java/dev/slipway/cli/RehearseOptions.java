package dev.slipway.cli;

import dev.slipway.run.Selection;
import dev.slipway.run.local.BuiltElsewhere;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The options of {@code slipway rehearse}. */
final class RehearseOptions {
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
    private final OptionSpec skipped =
            list("--skip-action", "<owner/name>", "do not run this action: its steps succeed; may be repeated");
    private final OptionSpec onlyHere =
            Flags.flag("--only-here", "skip jobs and rows that need another system or processor");
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
    private final OptionSpec keep = Flags.flag("--keep", "keep the folders of the jobs and print their paths");

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

    void addTo(CommandSpec spec) {
        spec.addPositional(tag);
        List.of(workflow, event, ref, inputs, jobs, rows, onlyHere, skipped, withoutContainers, built, format, keep)
                .forEach(spec::addOption);
    }

    Optional<String> tag() {
        return Optional.ofNullable(tag.getValue());
    }

    Optional<String> workflow() {
        return Optional.ofNullable(workflow.getValue());
    }

    Optional<String> event() {
        return Optional.ofNullable(event.getValue());
    }

    Optional<String> ref() {
        return Optional.ofNullable(ref.getValue());
    }

    List<String> inputs() {
        return values(inputs);
    }

    Selection selection() {
        return new Selection(values(jobs), values(rows), Flags.on(onlyHere));
    }

    Set<String> skippedActions() throws IOException {
        for (String name : values(skipped)) {
            if (!name.matches("[^/@]+/[^@]+")) {
                throw new IOException("--skip-action " + name + ": write owner/name, without a version");
            }
        }
        return new LinkedHashSet<>(values(skipped));
    }

    boolean containers() {
        return !Flags.on(withoutContainers);
    }

    /**
     * What was built elsewhere.
     *
     * @param directory where a relative folder is looked up
     */
    BuiltElsewhere built(Path directory) throws IOException {
        Optional<String> folder = Optional.ofNullable(built.getValue());
        return folder.isPresent() ? BuiltElsewhere.in(directory.resolve(folder.get())) : BuiltElsewhere.NOTHING;
    }

    boolean json() {
        return format.getValue() == Format.JSON;
    }

    boolean keep() {
        return Flags.on(keep);
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
