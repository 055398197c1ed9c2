package dev.slipway.graph;

import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Workflow;
import java.util.List;

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

    /** For a terminal: a tree of who waits for whom. */
    public String text() {
        return JobTree.of(this);
    }

    /** For Markdown. */
    public String mermaid() {
        return Mermaid.of(this);
    }

    /** For Graphviz. @see <a href="https://graphviz.org/doc/info/lang.html">DOT language</a> */
    public String dot() {
        StringBuilder text = new StringBuilder(
                "digraph \"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\" {\n  rankdir = LR\n");
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
}
