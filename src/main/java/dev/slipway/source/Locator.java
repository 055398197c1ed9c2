package dev.slipway.source;

import java.util.List;

/**
 * Finds the places of problems in a file: the last step from what is wrong to what is shown.
 *
 * @param file the name of the file in messages
 * @param root the file's document
 */
public record Locator(String file, Node root) {
    /** The findings of one rule, in the order of the text. */
    public List<Finding> locate(String rule, Severity severity, List<Problem> problems) {
        return problems.stream()
                .map(problem -> new Finding(
                        rule, severity, file, root.locate(problem.where()), problem.message(), problem.help()))
                .sorted()
                .distinct()
                .toList();
    }
}
