package dev.slipway.plan;

import dev.slipway.model.workflow.FilterSyntax;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import java.util.List;

/** Checks whether GitHub and linters accept the patterns of a config. */
final class PatternCheck {
    private PatternCheck() {}

    /** @param place of the list; a single pattern may be in its place */
    static void refs(List<String> patterns, Pointer place, List<Problem> problems) {
        for (int i = 0; i < patterns.size(); i++) {
            String pattern = patterns.get(i);
            Pointer at = place.child(i);
            FilterSyntax.refFault(pattern)
                    .ifPresent(fault -> problems.add(Problem.at(at, Quote.of(pattern) + " " + fault, "")));
            FilterSyntax.uselessBrackets(pattern)
                    .ifPresent(brackets -> problems.add(Problem.at(
                            at,
                            Quote.of(pattern) + " has brackets around a single character",
                            "write '" + brackets.charAt(1) + "', without them")));
        }
    }
}
