package dev.slipway.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Compares two sets, one way and the other.
 *
 * @param what stands before each name, such as {@code the file }
 * @param seen what is said of one that is there, such as {@code is released}
 */
record SetDifferences(String what, String seen) {
    List<String> list(Collection<String> planned, Collection<String> found) {
        List<String> all = new ArrayList<>();
        planned.stream()
                .filter(one -> !found.contains(one))
                .forEach(one -> all.add(what + one + " is planned but missing"));
        found.stream()
                .filter(one -> !planned.contains(one))
                .forEach(one -> all.add(what + one + " " + seen + " but not planned"));
        return all;
    }
}
