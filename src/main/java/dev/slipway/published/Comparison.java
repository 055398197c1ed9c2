package dev.slipway.published;

import java.util.List;

/**
 * The files of an existing release, compared with those that a new one of the same version would have.
 *
 * @param rows in the order of the old release; what only the new one has is last
 */
public record Comparison(List<Row> rows) {
    public Comparison {
        rows = List.copyOf(rows);
    }

    /** What becomes of a name. */
    public enum Change {
        SAME,
        /** The file is there under another name. */
        RENAMED,
        MISSING,
        NEW
    }

    /**
     * A file, old or new or both.
     *
     * @param before its name in the release that exists; empty if it is new
     * @param after its name in the new release; empty if it is missing
     */
    public record Row(Change change, String before, String after) {
        /** Whether who asks for the old name gets nothing. */
        public boolean lost() {
            return change == Change.RENAMED || change == Change.MISSING;
        }
    }

    /**
     * Compares names.
     *
     * @param version what both releases are of; empty if no name has it
     */
    public static Comparison of(List<String> before, List<String> after, String version) {
        return new Pairing(before, after, version).compare();
    }

    /** The rows of one kind. */
    public List<Row> of(Change change) {
        return rows.stream().filter(row -> row.change() == change).toList();
    }

    /** The old names that the new release does not have. */
    public List<Row> lost() {
        return rows.stream().filter(Row::lost).toList();
    }

    /** The names of the new release. */
    public List<String> after() {
        return rows.stream().map(Row::after).filter(name -> !name.isEmpty()).toList();
    }

    /** How many there are of each kind, for people. */
    public String counts() {
        return of(Change.SAME).size() + " same, " + of(Change.RENAMED).size() + " renamed, "
                + of(Change.MISSING).size() + " missing, " + of(Change.NEW).size() + " new";
    }
}
