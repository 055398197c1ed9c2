package dev.slipway.powershell;

import java.util.List;

/** Statements one after another. */
record Block(List<Line> lines) {
    /** A statement, and how many ends of lines the script has before it. */
    record Line(int ends, Statement statement) {}

    /** A single statement. */
    static Block of(Statement statement) {
        return new Block(List.of(new Line(0, statement)));
    }

    /** A whole script. */
    String shell() {
        return shell(new Written(), true);
    }

    String shell(Written before) {
        return shell(before, false);
    }

    private String shell(Written before, boolean whole) {
        StringBuilder all = new StringBuilder();
        int ends = 0;
        for (Line line : lines) {
            String gap = before.gap(line.ends, all.length() > 0);
            String statement = line.statement.shell(before);
            all.append(gap).append(statement);
            if (whole) {
                ends += ends(gap) + ends(statement);
                before.count(ends);
            }
        }
        return lines.isEmpty() ? "true" : all.toString();
    }

    private static int ends(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
