package dev.slipway.lint;

import dev.slipway.model.expression.Expression;
import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds contexts and special functions at keys where GitHub does not offer them. */
final class ContextAvailability implements Rule<WorkflowFile> {
    @Override
    public String id() {
        return "context-availability";
    }

    @Override
    public String summary() {
        return "expressions use only contexts and functions that are available at their key";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        for (ExpressionSite site : file.expressions()) {
            Set<String> available = Availability.at(site.where());
            if (available.isEmpty() && !isText(site)) {
                problems.add(site.problem("expressions are not allowed here", "write the value itself"));
            } else {
                site.tree().ifPresent(tree -> tree.walk(node -> check(node, available, site, problems)));
            }
        }
        return problems;
    }

    /** Quoted text is always a string. */
    private static boolean isText(ExpressionSite site) {
        return site.tree()
                .filter(tree -> tree instanceof Expression.Literal literal && literal.isText())
                .isPresent();
    }

    private static void check(Expression node, Set<String> available, ExpressionSite site, List<Problem> problems) {
        if (node instanceof Expression.Context context) {
            checkContext(context.name(), available, site, problems);
        }
        if (node instanceof Expression.Call call
                && Availability.isSpecial(call.function())
                && available.stream().noneMatch(word -> word.equalsIgnoreCase(call.function() + "()"))) {
            problems.add(site.problem("'" + call.function() + "()' is not available here", offers(available)));
        }
    }

    private static void checkContext(
            String written, Set<String> available, ExpressionSite site, List<Problem> problems) {
        String name = written.toLowerCase(Locale.ROOT);
        if (!Availability.isContext(name)) {
            String help = Phrases.meant(written, Availability.contexts(), "contexts");
            problems.add(site.problem("unknown context '" + written + "'", help));
        } else if (!available.contains(name)) {
            problems.add(site.problem("'" + written + "' is not available here", offers(available)));
        }
    }

    private static String offers(Set<String> available) {
        return available.stream().collect(Collectors.joining(", ", "this key offers ", ""));
    }
}
