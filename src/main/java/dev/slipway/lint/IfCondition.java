package dev.slipway.lint;

import dev.slipway.model.expression.Expression;
import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds conditions that are never or always true. One that is always true because of what starts the
 * workflow or where it runs is a guard, and left alone.
 */
final class IfCondition implements Rule<WorkflowFile> {
    /** How much is computed for a file; conditions beyond that are ignored. */
    private static final long MOST_STEPS = 1 << 27;

    /** Contexts of what came before. */
    private static final Set<String> RESULTS = Set.of("job", "needs", "steps");

    private static final Set<String> OF_EVENTS = Set.of("github", "inputs");
    private static final Set<String> OF_ROWS = Set.of("matrix", "runner");

    @Override
    public String id() {
        return "if-condition";
    }

    @Override
    public String summary() {
        return "conditions can be both true and false, and mean what they seem to mean";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        Known known = new Known(file);
        for (ExpressionSite site : file.expressions()) {
            if (WorkflowFile.isCondition(site.where())) {
                check(known, site).ifPresent(problems::add);
            }
        }
        return problems;
    }

    /** What conditions may depend on, which is the same for many of them. */
    private static final class Known {
        private final WorkflowFile file;
        private Optional<PossibleStarts> starts = Optional.empty();
        private final Map<JobView, PossibleRows> rows = new HashMap<>();
        private final Map<JobView, Optional<Part>> enclosing = new HashMap<>();
        private long left = MOST_STEPS;

        Known(WorkflowFile file) {
            this.file = file;
        }

        /** The condition of a job that a condition in it is looked at behind. */
        Optional<Part> enclosing(JobView job) {
            return enclosing.computeIfAbsent(job, it -> conditionOf(file, it).map(Part::of));
        }

        /** What is known of the event, which only conditions about it make necessary to find out. */
        Possibilities starts(Collection<List<String>> asked) {
            if (asked.stream().noneMatch(path -> OF_EVENTS.contains(path.get(0)))) {
                return Possibilities.ANYTHING;
            }
            PossibleStarts known = starts.orElseGet(() -> new PossibleStarts(file));
            starts = Optional.of(known);
            return known.of(asked);
        }

        Possibilities rows(JobView job, Collection<List<String>> asked) {
            if (asked.stream().noneMatch(path -> OF_ROWS.contains(path.get(0)))) {
                return Possibilities.ANYTHING;
            }
            return rows.computeIfAbsent(job, PossibleRows::of).of(asked);
        }

        /** Whether it is not too much to look at all cases, each part of an expression in turn. */
        boolean affords(Possibilities possible, long parts) {
            left -= possible.cases().size() * parts * parts;
            return left >= 0;
        }
    }

    /**
     * A condition, and what is needed of it repeatedly.
     *
     * @param asked the paths of its references
     * @param size how many parts it has
     */
    private record Part(Expression tree, Set<List<String>> asked, long size) {
        static Part of(Expression tree) {
            Set<List<String>> asked = new LinkedHashSet<>();
            Reference.in(tree).forEach(reference -> asked.add(reference.lowerCasePath()));
            return new Part(tree, asked, IfCondition.size(tree));
        }
    }

    private static long size(Expression tree) {
        long[] size = {0};
        tree.walk(node -> size[0]++);
        return size[0];
    }

    private static Optional<Problem> check(Known known, ExpressionSite site) {
        if (!site.whole()) {
            return Optional.of(
                    site.problem(
                            "this condition is always true: text outside '${{ }}' makes it a non-empty string",
                            "put the whole condition inside the braces or omit them, and use no block scalar that ends with a line break"));
        }
        return constant(known, site)
                .or(() -> site.tree().stream()
                        .flatMap(ConstantCondition::operands)
                        .filter(IfCondition::isTextOutput)
                        .findFirst()
                        .map(text -> site.problem(
                                "'" + text.source() + "' is a string, and the string 'false' is true",
                                "compare it: " + text.source() + " == 'true'")));
    }

    private static Optional<Problem> constant(Known known, ExpressionSite site) {
        WorkflowFile file = known.file;
        Optional<JobView> job = file.jobAt(site.where());
        if (site.tree().filter(tree -> !isAlways(tree)).isEmpty() || job.isEmpty()) {
            return Optional.empty();
        }
        Expression tree = site.tree().get();
        boolean waits = !PossibleResults.asksStatus(tree);
        boolean ofJob = site.where().tokens().size() == 3;
        Optional<Part> enclosing = ofJob ? Optional.empty() : known.enclosing(job.get());
        Part part = Part.of(tree);
        Set<List<String>> asked = new LinkedHashSet<>(part.asked());
        enclosing.ifPresent(it -> asked.addAll(it.asked()));
        if (asked.size() > Possibilities.MOST) {
            return Optional.empty();
        }
        Possibilities before = Possibilities.ANYTHING
                .and(known.starts(asked))
                .and(new PossibleResults(file, job.get(), site.where(), waits).of(asked));
        Possibilities all = ofJob ? before : before.and(known.rows(job.get(), asked));
        if (!known.affords(all, part.size() + enclosing.map(Part::size).orElse(0L))) {
            return Optional.empty();
        }
        Possibilities reached = all.where(one -> enclosing
                .flatMap(it -> Folding.truth(it.tree(), ConstantCondition.known(one)))
                .orElse(true));
        return ConstantCondition.of(tree, reached)
                .filter(found -> !found.isGuard())
                .map(found -> {
                    boolean alone = ConstantCondition.of(tree, all).isPresent();
                    return problem(site, found, alone ? "" : " where the condition of the job holds", waits);
                });
    }

    /** The idiom for what must run in any case. */
    private static boolean isAlways(Expression tree) {
        return tree instanceof Expression.Call call && call.function().equalsIgnoreCase("always");
    }

    private static Optional<Expression> conditionOf(WorkflowFile file, JobView job) {
        return file.expressionsAt(job.place().where().child("if")).stream()
                .filter(ExpressionSite::whole)
                .flatMap(it -> it.tree().stream())
                .findFirst();
    }

    private static Problem problem(ExpressionSite site, ConstantCondition found, String where, boolean waits) {
        String never = switch (site.where().tokens().size()) {
            case 3 -> "the job never runs";
            case 4 -> "the snapshot is never taken";
            default -> "the step never runs";
        };
        boolean tooEarly = waits && RESULTS.contains(found.context());
        String why = found.why().isEmpty() ? "" : ": " + found.why() + (tooEarly ? " by then" : where);
        String outcome = found.value() ? "always true" : "never true, so " + never;
        return site.problem("this condition is " + outcome + why, help(found, tooEarly));
    }

    private static String help(ConstantCondition found, boolean tooEarly) {
        if (tooEarly) {
            return "add failure() or always(): without a status function, the condition is checked only after success";
        }
        return found.value()
                ? "remove it"
                : switch (found.context()) {
                    case "github" -> "change 'on' to allow it, or remove the guarded part";
                    case "inputs" -> "compare with one of the options";
                    case "matrix" -> "compare with a value of the matrix, or remove the guarded part";
                    case "runner" -> "compare with the system of 'runs-on', or remove the guarded part";
                    case "job", "needs", "steps" -> "compare with one of these";
                    default -> "remove the condition or the guarded part";
                };
    }

    private static boolean isTextOutput(Expression tree) {
        return Reference.of(tree)
                .filter(reference -> List.of("steps", "needs").contains(reference.context()))
                .filter(reference ->
                        reference.path().size() == 3 && reference.path().get(1).equalsIgnoreCase("outputs"))
                .isPresent();
    }
}
