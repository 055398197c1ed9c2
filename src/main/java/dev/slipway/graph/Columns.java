package dev.slipway.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * The jobs of a graph in columns, each in the first that is behind all it waits for. A line over several columns has a
 * cell in each of those between, which it shares with the other lines of its job.
 *
 * @param cells from the left to the right, each column from the top down
 */
record Columns(List<List<Cell>> cells) {
    /** @param heights of the boxes, in the order of the jobs */
    static Columns of(JobGraph graph, List<Integer> heights) {
        Waiting waiting = Waiting.of(graph);
        int[] column = new int[heights.size()];
        int[] last = new int[heights.size()]; // the last column where lines of the job pass
        int count = 0;
        for (int job : waiting.order()) {
            for (int need : waiting.needs().get(job)) {
                column[job] = Math.max(column[job], column[need] + 1);
            }
            for (int need : waiting.needs().get(job)) {
                last[need] = Math.max(last[need], column[job] - 1);
            }
            count = Math.max(count, column[job] + 1);
        }
        List<List<Cell>> cells = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cells.add(new ArrayList<>());
        }
        List<List<Cell>> ways = new ArrayList<>(); // of each job its box, then where its lines pass
        for (int job = 0; job < heights.size(); job++) {
            List<Cell> way = new ArrayList<>(List.of(Cell.box(job, heights.get(job))));
            cells.get(column[job]).add(way.get(0));
            for (int i = column[job] + 1; i <= last[job]; i++) {
                Cell passing = Cell.line(job);
                way.get(way.size() - 1).leadTo(passing);
                way.add(passing);
                cells.get(i).add(passing);
            }
            ways.add(way);
        }
        for (int job = 0; job < heights.size(); job++) {
            for (int need : waiting.needs().get(job)) {
                ways.get(need)
                        .get(column[job] - 1 - column[need])
                        .leadTo(ways.get(job).get(0));
            }
        }
        return new Columns(cells);
    }
}
