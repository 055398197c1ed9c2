package dev.slipway.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * Moves the cells of each column up and down, in their order and apart from each other, as close as they get to the middle
 * of what they are connected with: the least squares of the distances, column by column, a few times over.
 */
final class Placement {
    private static final int ROUNDS = 8;

    /** How much more a line that passes columns wants to be straight. */
    private static final int STRAIGHT = 8;

    private Placement() {}

    /** Gives each cell its upper edge, the highest this one. */
    static void of(Columns columns, int edge) {
        List<List<Cell>> cells = columns.cells();
        cells.forEach(Placement::stack);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 1; i < cells.size(); i++) {
                settle(cells.get(i), true, false);
            }
            for (int i = cells.size() - 2; i >= 0; i--) {
                settle(cells.get(i), false, true);
            }
        }
        cells.forEach(column -> settle(column, true, true));
        double highest = cells.stream()
                .flatMap(List::stream)
                .mapToDouble(cell -> cell.top)
                .min()
                .orElse(0);
        cells.forEach(column -> column.forEach(cell -> cell.top = Math.round(cell.top - highest) + edge));
    }

    /** One below the other, around the same middle. */
    private static void stack(List<Cell> column) {
        double at = 0;
        for (int i = 0; i < column.size(); i++) {
            column.get(i).top = at;
            at += i + 1 < column.size() ? column.get(i).reach(column.get(i + 1)) : column.get(i).height;
        }
        double half = at / 2;
        column.forEach(cell -> cell.top -= half);
    }

    private static void settle(List<Cell> column, boolean before, boolean after) {
        List<Block> blocks = new ArrayList<>();
        double offset = 0;
        for (int i = 0; i < column.size(); i++) {
            Cell cell = column.get(i);
            offset += i == 0 ? 0 : column.get(i - 1).reach(cell);
            Block block = wish(cell, before, after).less(offset);
            while (!blocks.isEmpty() && blocks.get(blocks.size() - 1).at() > block.at()) {
                block = blocks.remove(blocks.size() - 1).plus(block);
            }
            blocks.add(block);
        }
        offset = 0;
        int next = 0;
        for (Block block : blocks) {
            for (int i = 0; i < block.cells(); i++, next++) {
                offset += next == 0 ? 0 : column.get(next - 1).reach(column.get(next));
                column.get(next).top = block.at() + offset;
            }
        }
    }

    /** The position of a cell if its column had no others; its current position if no line ends there. */
    private static Block wish(Cell cell, boolean before, boolean after) {
        double sum = 0;
        double weight = 0;
        for (List<Cell> side : List.of(before ? cell.before : List.<Cell>of(), after ? cell.after : List.<Cell>of())) {
            for (Cell neighbour : side) {
                double pull = cell.box || neighbour.box ? 1 : STRAIGHT;
                sum += pull * (neighbour.middle() - cell.height / 2.0);
                weight += pull;
            }
        }
        return weight == 0 ? new Block(cell.top, 1, 1) : new Block(sum, weight, 1);
    }

    /** Cells that touch. */
    private record Block(double sum, double weight, int cells) {
        double at() {
            return sum / weight;
        }

        Block less(double offset) {
            return new Block(sum - weight * offset, weight, cells);
        }

        Block plus(Block below) {
            return new Block(sum + below.sum, weight + below.weight, cells + below.cells);
        }
    }
}
