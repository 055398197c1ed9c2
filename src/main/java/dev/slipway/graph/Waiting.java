package dev.slipway.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Jobs as numbers, in the order of the graph.
 *
 * @param needs of each job those that it waits for
 * @param order all jobs, each after those that it waits for
 */
record Waiting(List<List<Integer>> needs, List<Integer> order) {
    /** @throws IllegalArgumentException if a job waits for one that is not there, or for itself */
    static Waiting of(JobGraph graph) {
        Map<String, Integer> numbers = new HashMap<>();
        graph.nodes().forEach(node -> numbers.put(node.id(), numbers.size()));
        List<List<Integer>> needs = graph.nodes().stream()
                .map(node -> node.needs().stream()
                        .map(need -> Optional.ofNullable(numbers.get(need))
                                .orElseThrow(() -> new IllegalArgumentException("no job '" + need + "'")))
                        .toList())
                .toList();
        return new Waiting(needs, order(needs));
    }

    private static List<Integer> order(List<List<Integer>> needs) {
        List<List<Integer>> waiting = new ArrayList<>();
        needs.forEach(job -> waiting.add(new ArrayList<>()));
        int[] open = new int[needs.size()];
        Deque<Integer> ready = new ArrayDeque<>();
        for (int job = 0; job < needs.size(); job++) {
            open[job] = needs.get(job).size();
            for (int need : needs.get(job)) {
                waiting.get(need).add(job);
            }
            if (open[job] == 0) {
                ready.add(job);
            }
        }
        List<Integer> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            int job = ready.remove();
            order.add(job);
            for (int next : waiting.get(job)) {
                open[next]--;
                if (open[next] == 0) {
                    ready.add(next);
                }
            }
        }
        if (order.size() < needs.size()) {
            throw new IllegalArgumentException("jobs wait for each other");
        }
        return order;
    }
}
