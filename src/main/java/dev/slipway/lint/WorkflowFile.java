package dev.slipway.lint;

import dev.slipway.model.expression.InvalidExpression;
import dev.slipway.model.expression.Template;
import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A workflow as rules see it: a tree with names for what rules ask most. */
final class WorkflowFile implements LintedFile {
    private final SourceText source;
    private final Place root;
    private final List<JobView> jobs;
    private final List<ExpressionSite> expressions = new ArrayList<>();

    WorkflowFile(SourceText source, Node root) {
        this.source = source;
        this.root = new Place(Pointer.ROOT, root);
        this.jobs = this.root.entries("jobs").stream().map(JobView::of).toList();
        this.root.walk(this::findExpressions);
    }

    @Override
    public SourceText source() {
        return source;
    }

    @Override
    public Node root() {
        return root.node();
    }

    Place place() {
        return root;
    }

    List<JobView> jobs() {
        return jobs;
    }

    /** Every {@code uses}: of jobs that call a workflow, and of steps. */
    List<Place> uses() {
        return jobs.stream()
                .flatMap(job -> Stream.concat(
                        job.place().at("uses").stream(), job.steps().stream().flatMap(step -> step.uses().stream())))
                .toList();
    }

    Optional<JobView> job(String id) {
        return jobs.stream().filter(job -> job.is(id)).findFirst();
    }

    /** The job that a place is in. */
    Optional<JobView> jobAt(Pointer where) {
        List<String> tokens = where.tokens();
        return tokens.size() > 1 && tokens.get(0).equals("jobs") ? job(tokens.get(1)) : Optional.empty();
    }

    /** The jobs that must be over before a job starts, near ones first. */
    Set<JobView> before(JobView job) {
        Set<JobView> found = new LinkedHashSet<>();
        List<JobView> open = new ArrayList<>(List.of(job));
        while (!open.isEmpty()) {
            for (Place need : open.remove(0).needs()) {
                job(need.text()).filter(found::add).ifPresent(open::add);
            }
        }
        return found;
    }

    /** The configuration of an event, or the event's name where it has none. */
    Optional<Place> trigger(String event) {
        Optional<Place> on = root.at("on");
        return on.flatMap(place -> place.at(event))
                .or(() -> on.stream()
                        .flatMap(place -> place.oneOrMany().stream())
                        .filter(name -> name.text().equals(event))
                        .findFirst());
    }

    /** Every expression of the file, in the order of the text. */
    List<ExpressionSite> expressions() {
        return expressions;
    }

    /** The expressions in a scalar. */
    List<ExpressionSite> expressionsAt(Pointer where) {
        return expressions.stream().filter(site -> site.where().equals(where)).toList();
    }

    /** Whether a place is an {@code if}, where an expression needs no braces. */
    static boolean isCondition(Pointer where) {
        int depth = where.tokens().size();
        return where.last().equals("if")
                && where.tokens().get(0).equals("jobs")
                && (depth == 3
                        || depth >= 5 && where.tokens().get(2).equals("steps")
                        || depth == 4 && where.tokens().get(2).equals("snapshot"));
    }

    private void findExpressions(Place scalar) {
        String text = scalar.text();
        if (isCondition(scalar.where()) && !text.contains("${{")) {
            if (!text.isBlank()) {
                expressions.add(ExpressionSite.of(scalar.where(), text.strip(), true));
            }
            return;
        }
        try {
            Template template = Template.of(text);
            template.codes().stream()
                    .map(code -> ExpressionSite.of(scalar.where(), code.source(), template.isSingle()))
                    .forEach(expressions::add);
        } catch (InvalidExpression unclosed) {
            expressions.add(ExpressionSite.unclosed(scalar.where(), text, unclosed));
        }
    }

    /** The line on which a place starts, as it is written. */
    String lineOf(Place place) {
        return source.line(root.node().locate(place.where()).start().line());
    }
}
