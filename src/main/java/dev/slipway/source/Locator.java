package dev.slipway.source;

import java.util.List;
import java.util.Optional;

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
        return new Finding(
                rule,
                severity,
                where.source().name(),
                span(where, problem.part()),
                problem.message(),
                problem.help(),
                problem.about());
    }

    /** Part of a text, only if it is written on one line, character by character. */
    private static Span span(Document.Where where, Problem.Part part) {
        Span whole = where.span();
        if (part.length() == 0) {
            return whole;
        }
        Optional<Node.Scalar> text = where.node()
                .flatMap(node -> node.fold(mapping -> Optional.empty(), sequence -> Optional.empty(), Optional::of));
        int quote = text.filter(Node.Scalar::plain).isPresent() ? 0 : 1;
        boolean literal = text.filter(
                        it -> it.text().codePointCount(0, it.text().length()) + 2 * quote == whole.length())
                .isPresent();
        Position start = whole.start();
        return literal
                ? new Span(new Position(start.line(), start.column() + quote + part.from()), part.length())
                : whole;
    }
}
