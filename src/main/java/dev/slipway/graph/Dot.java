package dev.slipway.graph;

/** A graph of jobs for Graphviz. */
final class Dot {
    private Dot() {}

    static String of(JobGraph graph) {
        String name = graph.name().replace("\\", "\\\\").replace("\"", "\\\"");
        StringBuilder text = new StringBuilder("digraph \"" + name + "\" {\n  rankdir = LR\n");
        text.append("  node [shape = box]\n");
        graph.nodes().forEach(node -> text.append("  \"").append(node.id()).append("\"\n"));
        for (JobGraph.Node node : graph.nodes()) {
            for (String need : node.needs()) {
                text.append("  \"" + need + "\" -> \"" + node.id() + "\"\n");
            }
        }
        return text.append("}\n").toString();
    }
}
