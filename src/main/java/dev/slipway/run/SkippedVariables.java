package dev.slipway.run;

import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import java.util.LinkedHashSet;
import java.util.Set;

/** The variables that a step would have set for those after it: without it, they are empty. */
final class SkippedVariables {
    private SkippedVariables() {}

    static Set<String> of(Step step) {
        Set<String> names = new LinkedHashSet<>();
        if (step instanceof Run run) {
            run.script()
                    .toString()
                    .lines()
                    .filter(line -> line.contains("GITHUB_ENV"))
                    .map(SkippedVariables::name)
                    .filter(name -> name.matches("[A-Za-z_]\\w*+"))
                    .forEach(names::add);
        }
        return names;
    }

    /** What is before the first sign that gives something a value. */
    private static String name(String line) {
        int end = line.indexOf('=');
        int start = end;
        while (start > 0 && (Character.isLetterOrDigit(line.charAt(start - 1)) || line.charAt(start - 1) == '_')) {
            start--;
        }
        return end < 0 ? "" : line.substring(start, end);
    }
}
