package dev.slipway.source;

import java.util.List;

/** Finds the places of problems in the texts of a document: the last step from what is wrong to what is shown. */
public record Locator(Document document) {
    /** The findings of one rule, in the order of the texts. */
    public List<Finding> locate(String rule, Severity severity, List<Problem> problems) {
        return problems.stream()
                .map(problem -> located(rule, severity, problem))
                .sorted()
                .distinct()
                .toList();
    }

    private Finding located(String rule, Severity severity, Problem problem) {
        Document.Where where = document.find(problem.where());
        return new Finding(rule, severity, where.source().name(), where.span(), problem.message(), problem.help());
    }
}
