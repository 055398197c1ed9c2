package dev.slipway.graph;

import java.util.BitSet;
import java.util.List;

/** The same waiting with the fewest lines: its transitive reduction, of which there is only one. */
final class Reduction {
    private Reduction() {}

    static JobGraph of(JobGraph graph) {
        Waiting waiting = Waiting.of(graph);
        BitSet[] ancestors = new BitSet[graph.nodes().size()];
        for (int job : waiting.order()) {
            BitSet all = new BitSet();
            for (int need : waiting.needs().get(job)) {
                all.set(need);
                all.or(ancestors[need]);
            }
            ancestors[job] = all;
        }
        List<JobGraph.Node> nodes = waiting.order().stream()
                .sorted()
                .map(job -> reduced(graph.nodes(), job, waiting.needs().get(job), ancestors))
                .toList();
        return new JobGraph(graph.name(), nodes);
    }

    private static JobGraph.Node reduced(List<JobGraph.Node> nodes, int job, List<Integer> needs, BitSet[] ancestors) {
        BitSet indirect = new BitSet();
        needs.forEach(need -> indirect.or(ancestors[need]));
        List<String> direct = needs.stream()
                .distinct()
                .filter(need -> !indirect.get(need))
                .map(need -> nodes.get(need).id())
                .toList();
        JobGraph.Node node = nodes.get(job);
        return new JobGraph.Node(node.id(), direct, node.rows(), node.condition());
    }
}
