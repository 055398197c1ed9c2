package dev.slipway.cli;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.graph.JobGraph;
import dev.slipway.model.workflow.Workflow;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code slipway graph}: draws the jobs of a workflow and their dependencies. */
final class GraphCommand implements Command {
    private final OptionSpec format = OptionSpec.builder("--format")
            .paramLabel("<format>")
            .type(Format.class)
            .converters(Choice.of(Format.class))
            .defaultValue(Format.TEXT.toString())
            .description("text, mermaid, dot or svg (default: text)")
            .build();
    private final OptionSpec workflow = OptionSpec.builder("--workflow")
            .paramLabel("<workflow>")
            .type(Which.class)
            .converters(Choice.of(Which.class))
            .defaultValue(Which.RELEASE.toString())
            .description("release or ci (default: release)")
            .build();
    private final GlobalOptions options;

    GraphCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                CommandSpec.wrapWithoutInspection(this).addOption(format).addOption(workflow);
        spec.usageMessage().description("Draw the jobs of a workflow and their dependencies.");
        return spec;
    }

    @Override
    public ExitCode run(Console console) throws IOException {
        EachProject.Form form = format.getValue() == Format.TEXT ? EachProject.Form.TEXT : EachProject.Form.LINES;
        return EachProject.run(Projects.present(options), form, console, this::draw);
    }

    private ExitCode draw(Project project, Console console) throws IOException {
        Which which = workflow.getValue();
        Format asked = format.getValue();
        Optional<Workflow> drawn = which.of(project.generate().blueprint());
        if (drawn.isEmpty()) {
            console.err().println("error: the config has no CI workflow");
            console.err().println("  add 'ci: {}' to it, or draw the release workflow");
            return ExitCode.INVALID;
        }
        JobGraph graph = JobGraph.of(drawn.get());
        if (asked == Format.SVG && graph.nodes().size() > JobGraph.MOST_IN_A_PICTURE) {
            console.err()
                    .println("error: a picture has at most " + JobGraph.MOST_IN_A_PICTURE
                            + " jobs, but the workflow has " + graph.nodes().size());
            console.err().println("  use '--format dot' and Graphviz");
            return ExitCode.INVALID;
        }
        console.out().print(asked.draw(graph));
        return ExitCode.FINE;
    }

    /** The words of {@code --format}. */
    private enum Format {
        TEXT,
        MERMAID,
        DOT,
        SVG;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        String draw(JobGraph graph) {
            return switch (this) {
                case TEXT -> graph.text();
                case MERMAID -> graph.mermaid();
                case DOT -> graph.dot();
                case SVG -> graph.svg();
            };
        }
    }

    /** The words of {@code --workflow}. */
    private enum Which {
        RELEASE,
        CI;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        Optional<Workflow> of(Blueprint blueprint) {
            return this == RELEASE ? Optional.of(blueprint.release()) : blueprint.ci();
        }
    }
}
