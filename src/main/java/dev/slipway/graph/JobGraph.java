package dev.slipway.graph;

import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Workflow;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Jobs in the order of the workflow, and the jobs that each of them waits for.
 *
 * @param name what the graph is called
 */
public record JobGraph(String name, List<Node> nodes) {
    public JobGraph {
        nodes = List.copyOf(nodes);
    }

    /** A job and the ids of those it needs. */
    public record Node(String id, List<String> needs) {
        public Node {
            needs = List.copyOf(needs);
        }
    }

    public static JobGraph of(Workflow workflow) {
        List<Node> nodes = workflow.jobs().stream()
                .map(job -> new Node(job.id(), job.needs().stream().map(Job::id).toList()))
                .toList();
        return new JobGraph(workflow.name(), nodes);
    }

    /** For a terminal: a line a job, indented by how long the longest way to it is. */
    public String text() {
        int width = nodes.stream()
                .mapToInt(node -> indent(node) + node.id().length())
                .max()
                .orElse(0);
        return nodes.stream()
                .map(node -> " ".repeat(indent(node))
                        + node.id()
                        + (node.needs().isEmpty()
                                ? ""
                                : " ".repeat(width - indent(node) - node.id().length())
                                        + "  <- "
                                        + String.join(", ", node.needs())))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** For Markdown. @see <a href="https://mermaid.js.org/syntax/flowchart.html">Mermaid flowcharts</a> */
    public String mermaid() {
        StringBuilder text = new StringBuilder("flowchart LR\n");
        nodes.forEach(node -> text.append("    ").append(node.id()).append('\n'));
        for (Node node : nodes) {
            node.needs()
                    .forEach(need -> text.append("    ")
                            .append(need)
                            .append(" --> ")
                            .append(node.id())
                            .append('\n'));
        }
        return text.toString();
    }

    /** For Graphviz. @see <a href="https://graphviz.org/doc/info/lang.html">DOT language</a> */
    public String dot() {
        StringBuilder text = new StringBuilder("digraph \"" + name.replace("\"", "\\\"") + "\" {\n  rankdir = LR\n");
        text.append("  node [shape = box]\n");
        nodes.forEach(node -> text.append("  \"").append(node.id()).append("\"\n"));
        for (Node node : nodes) {
            node.needs()
                    .forEach(need -> text.append("  \"")
                            .append(need)
                            .append("\" -> \"")
                            .append(node.id())
                            .append("\"\n"));
        }
        return text.append("}\n").toString();
    }

    private int indent(Node node) {
        return 2 * depth(node);
    }

    private int depth(Node node) {
        return nodes.stream()
                .filter(other -> node.needs().contains(other.id()))
                .mapToInt(other -> depth(other) + 1)
                .max()
                .orElse(0);
    }
}
