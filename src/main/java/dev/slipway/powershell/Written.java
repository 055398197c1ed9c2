package dev.slipway.powershell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the statements written so far leave to the next ones. */
final class Written {
    /** What variables hold that name the arguments of a command. */
    final Map<String, Map<String, List<String>>> tables = new HashMap<>();

    /** The ends of lines. */
    private int ends;

    /** As many ends of lines as a statement has before it, or what separates it from another. */
    String gap(int wanted, boolean another) {
        int missing = Math.max(0, wanted - ends);
        ends += missing;
        return missing > 0 ? "\n".repeat(missing) : another ? "; " : "";
    }

    /** Counts the line breaks of the whole script, including those inside a value. */
    void count(int all) {
        ends = all;
    }
}
