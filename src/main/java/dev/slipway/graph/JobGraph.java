package dev.slipway.graph;

import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Workflow;
import java.util.List;

/**
 * Jobs in the order of the workflow, and the jobs that each of them waits for. Every drawing leaves out what follows from
 * the rest: if a job waits for another that waits for a third, it waits for the third as well.
 *
 * @param name what the graph is called
 */
public record JobGraph(String name, List<Node> nodes) {
    /** A picture of more jobs cannot be read. */
    public static final int MOST_IN_A_PICTURE = 300;

    public JobGraph {
        nodes = List.copyOf(nodes);
    }

    /**
     * A job.
     *
     * @param needs the ids of the jobs that it waits for
     * @param rows what tells the variants of its matrix apart, such as {@code linux-amd64}; empty without a matrix
     * @param condition the expression that decides whether it runs; empty if nothing does
     */
    public record Node(String id, List<String> needs, List<String> rows, String condition) {
        public Node {
            needs = List.copyOf(needs);
            rows = List.copyOf(rows);
        }

        /** A job without variants that always runs. */
        public Node(String id, List<String> needs) {
            this(id, needs, List.of(), "");
        }
    }

    public static JobGraph of(Workflow workflow) {
        List<Node> nodes = workflow.jobs().stream()
                .map(job -> new Node(
                        job.id(),
                        job.neededIds(),
                        RowLabels.of(job),
                        job.condition().map(Expr::source).orElse("")))
                .toList();
        return new JobGraph(workflow.name(), nodes);
    }

    /** The same without variants and conditions, for who draws no picture: it is quicker to make. */
    public static JobGraph ofNeeds(Workflow workflow) {
        return new JobGraph(
                workflow.name(),
                workflow.jobs().stream()
                        .map(job -> new Node(job.id(), job.neededIds()))
                        .toList());
    }

    /** For a terminal: a tree of who waits for whom. */
    public String text() {
        return JobTree.of(Reduction.of(this));
    }

    /** For Markdown. */
    public String mermaid() {
        return Mermaid.of(Reduction.of(this));
    }

    /** For Graphviz. @see <a href="https://graphviz.org/doc/info/lang.html">DOT language</a> */
    public String dot() {
        return Dot.of(Reduction.of(this));
    }

    /**
     * A picture, for a page or a separate file: an {@code svg} element of the class {@code slipway-graph}, light or dark
     * as the reader prefers. Each job is a group with its id in {@code data-job}, each line a path with {@code data-from}
     * and {@code data-to}. Nothing in it has an {@code id}, so a page may have several.
     *
     * @throws IllegalStateException if there are more than {@link #MOST_IN_A_PICTURE} jobs
     */
    public String svg() {
        return svg(Picture.STYLE);
    }

    /** The same for a page that has its own style for all pictures. */
    public String unstyledSvg() {
        return svg("");
    }

    private String svg(String style) {
        if (nodes.size() > MOST_IN_A_PICTURE) {
            throw new IllegalStateException("more than " + MOST_IN_A_PICTURE + " jobs");
        }
        return Picture.of(Reduction.of(this), style);
    }
}
