package dev.slipway.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Orders the cells of each column so that few lines cross: each goes to the average of its neighbors in the column
 * before, then in the column after it, a few times over; the best order counts.
 *
 * @see <a href="https://doi.org/10.1109/TSMC.1981.4308636">Sugiyama, Tagawa, Toda: Visual understanding of hierarchical
 *     system structures</a>
 */
final class Ordering {
    private static final int ROUNDS = 12;

    private Ordering() {}

    static Columns of(Columns columns) {
        List<List<Cell>> cells = new ArrayList<>(
                columns.cells().stream().map(ArrayList<Cell>::new).toList());
        cells.forEach(Ordering::number);
        List<List<Cell>> best = List.copyOf(cells);
        long fewest = crossings(cells);
        for (int round = 0; round < ROUNDS && fewest > 0; round++) {
            for (int i = 1; i < cells.size(); i++) {
                cells.set(i, sorted(cells.get(i), cell -> cell.before));
            }
            for (int i = cells.size() - 2; i >= 0; i--) {
                cells.set(i, sorted(cells.get(i), cell -> cell.after));
            }
            long crossings = crossings(cells);
            if (crossings < fewest) {
                best = List.copyOf(cells);
                fewest = crossings;
            }
        }
        best.forEach(Ordering::number);
        return new Columns(best);
    }

    private static void number(List<Cell> column) {
        for (int i = 0; i < column.size(); i++) {
            column.get(i).position = i;
        }
    }

    /** A cell without neighbors keeps its position. */
    private static List<Cell> sorted(List<Cell> column, Function<Cell, List<Cell>> neighbours) {
        Map<Cell, Double> wanted = new HashMap<>();
        for (Cell cell : column) {
            wanted.put(
                    cell,
                    neighbours.apply(cell).stream()
                            .mapToInt(neighbour -> neighbour.position)
                            .average()
                            .orElse(cell.position));
        }
        List<Cell> sorted = new ArrayList<>(column);
        sorted.sort(Comparator.comparingDouble(wanted::get));
        number(sorted);
        return sorted;
    }

    private static long crossings(List<List<Cell>> columns) {
        long crossings = 0;
        for (int i = 1; i < columns.size(); i++) {
            crossings += crossings(columns.get(i - 1), columns.get(i).size());
        }
        return crossings;
    }

    /** Counts pairs of lines that begin in one order and end in the other, with a tree of sums. */
    private static long crossings(List<Cell> left, int right) {
        long crossings = 0;
        int[] sums = new int[right + 1];
        int seen = 0;
        for (Cell cell : left) {
            for (Cell next : cell.after) {
                crossings += seen;
                for (int at = next.position + 1; at > 0; at -= at & -at) {
                    crossings -= sums[at];
                }
            }
            for (Cell next : cell.after) {
                for (int at = next.position + 1; at <= right; at += at & -at) {
                    sums[at]++;
                }
                seen++;
            }
        }
        return crossings;
    }
}
