package dev.slipway.graph;

import java.util.ArrayList;
import java.util.List;

/** A place in a column of a picture: a job's box, or where the lines of a job pass on their way to a later column. */
final class Cell {
    /** Around what is drawn in a column, in pixels. */
    private static final int BETWEEN_BOXES = 20;

    private static final int BESIDE_A_LINE = 14;

    /** The number of the job whose box or lines these are. */
    final int job;

    final boolean box;
    final int height;
    final List<Cell> before = new ArrayList<>();
    final List<Cell> after = new ArrayList<>();

    /** Where it is in its column, counted from the top. */
    int position;

    /** Its upper edge, in pixels. */
    double top;

    private Cell(int job, boolean box, int height) {
        this.job = job;
        this.box = box;
        this.height = height;
    }

    static Cell box(int job, int height) {
        return new Cell(job, true, height);
    }

    static Cell line(int job) {
        return new Cell(job, false, 2);
    }

    void leadTo(Cell next) {
        if (!after.contains(next)) {
            after.add(next);
            next.before.add(this);
        }
    }

    double middle() {
        return top + height / 2.0;
    }

    /** How far below the upper edge of this cell that of the next may be at least. */
    int reach(Cell below) {
        return height + (box && below.box ? BETWEEN_BOXES : BESIDE_A_LINE);
    }
}
