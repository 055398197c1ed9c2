package dev.slipway.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph of jobs as a tree for a terminal. Each job stands once: below the last of those it waits for, with the others
 * named after it.
 */
final class JobTree {
    private final JobGraph graph;
    private final Map<String, Integer> depths = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    private JobTree(JobGraph graph) {
        this.graph = graph;
    }

    static String of(JobGraph graph) {
        JobTree tree = new JobTree(graph);
        tree.text.append(graph.name()).append('\n');
        tree.draw("", "");
        return tree.text.toString();
    }

    /** Draws what stands below a job; below nothing stands what waits for nothing. */
    private void draw(String parent, String indent) {
        List<JobGraph.Node> children = graph.nodes().stream()
                .filter(node -> parent(node).equals(parent))
                .toList();
        for (int i = 0; i < children.size(); i++) {
            JobGraph.Node node = children.get(i);
            boolean last = i == children.size() - 1;
            text.append(indent).append(last ? "└─ " : "├─ ").append(node.id());
            List<String> others = new ArrayList<>(node.needs());
            others.remove(parent);
            if (!others.isEmpty()) {
                text.append("  (also waits for ")
                        .append(String.join(", ", others))
                        .append(')');
            }
            text.append('\n');
            draw(node.id(), indent + (last ? "   " : "│  "));
        }
    }

    /** The job that it waits for with the longest way to it, and of those the last: it is likely to be the last done. */
    private String parent(JobGraph.Node node) {
        String parent = "";
        int deepest = 0;
        for (String need : node.needs()) {
            if (depth(need) >= deepest) {
                parent = need;
                deepest = depth(need);
            }
        }
        return parent;
    }

    private int depth(String id) {
        Integer known = depths.get(id);
        if (known != null) {
            return known;
        }
        int depth = graph.nodes().stream()
                .filter(node -> node.id().equals(id))
                .flatMap(node -> node.needs().stream())
                .mapToInt(need -> depth(need) + 1)
                .max()
                .orElse(0);
        depths.put(id, depth);
        return depth;
    }
}
