package dev.slipway.lint;

import dev.slipway.model.expression.InvalidExpression;
import dev.slipway.model.expression.Template;
import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A workflow as rules see it: a tree with names for what rules ask most. */
final class WorkflowFile implements LintedFile {
    private final SourceText source;
    private final Place root;
    private final List<JobView> jobs;
    private final Map<String, JobView> jobsById = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, List<Place>> inputs = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final NeedsGraph needs;
    private final List<ExpressionSite> expressions = new ArrayList<>();
    private final Map<String, ExpressionSite> expressionsBySource = new HashMap<>();
    private final Map<Pointer, List<ExpressionSite>> expressionsByPlace = new HashMap<>();
    private final Map<String, List<Found>> referencesByContext = new HashMap<>();

    WorkflowFile(SourceText source, Node root) {
        this.source = source;
        this.root = Place.of(root);
        this.jobs = this.root.entries("jobs").stream().map(JobView::new).toList();
        jobs.forEach(job -> jobsById.putIfAbsent(job.id(), job));
        this.needs = new NeedsGraph(jobs, this::job);
        Stream.of("workflow_dispatch", "workflow_call")
                .flatMap(event -> trigger(event).stream())
                .flatMap(event -> event.entries("inputs").stream())
                .forEach(input -> inputs.computeIfAbsent(input.name(), name -> new ArrayList<>(1))
                        .add(input));
        this.root.walk(this::findExpressions);
        expressions.forEach(site -> expressionsByPlace
                .computeIfAbsent(site.where(), where -> new ArrayList<>(1))
                .add(site));
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
        List<Place> uses = new ArrayList<>();
        for (JobView job : jobs) {
            job.place().at("uses").ifPresent(uses::add);
            for (StepView step : job.steps()) {
                step.uses().ifPresent(uses::add);
            }
        }
        return uses;
    }

    Optional<JobView> job(String id) {
        return Optional.ofNullable(jobsById.get(id));
    }

    /** The job that a place is in. */
    Optional<JobView> jobAt(Pointer where) {
        List<String> tokens = where.tokens();
        return tokens.size() > 1 && tokens.get(0).equals("jobs") ? job(tokens.get(1)) : Optional.empty();
    }

    /** Which job waits for which. */
    NeedsGraph needs() {
        return needs;
    }

    /** The configuration of an event, or the event's name if it has none. */
    Optional<Place> trigger(String event) {
        Optional<Place> on = root.at("on");
        return on.flatMap(place -> place.at(event))
                .or(() -> on.stream()
                        .flatMap(place -> place.oneOrMany().stream())
                        .filter(name -> name.text().equals(event))
                        .findFirst());
    }

    /** The definitions of an input: one for each way to start the workflow. */
    List<Place> inputs(String name) {
        return inputs.getOrDefault(name, List.of());
    }

    /** Every expression of the file, in the order of the text. */
    List<ExpressionSite> expressions() {
        return expressions;
    }

    /** What an expression of a job takes from a context. */
    record Found(JobView job, ExpressionSite site, Reference reference) {}

    /** Everything that jobs take from a context, in the order of the text. */
    List<Found> references(String context) {
        if (referencesByContext.isEmpty()) {
            expressions.forEach(this::findReferences);
        }
        return referencesByContext.getOrDefault(context, List.of());
    }

    private void findReferences(ExpressionSite site) {
        List<Reference> references = site.references();
        if (references.isEmpty()) {
            return;
        }
        jobAt(site.where())
                .ifPresent(job -> references.forEach(reference -> referencesByContext
                        .computeIfAbsent(reference.context(), context -> new ArrayList<>())
                        .add(new Found(job, site, reference))));
    }

    /** The expressions in a scalar. */
    List<ExpressionSite> expressionsAt(Pointer where) {
        return expressionsByPlace.getOrDefault(where, List.of());
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

    /** Most expressions of a workflow occur in several places. */
    private ExpressionSite site(Pointer where, String source, boolean whole) {
        return expressionsBySource
                .computeIfAbsent(source, it -> ExpressionSite.of(where, it, whole))
                .at(where, whole);
    }

    private void findExpressions(Place scalar) {
        String text = scalar.text();
        boolean braces = text.contains("${{");
        if (!braces && scalar.name().equals("if") && isCondition(scalar.where())) {
            if (!text.isBlank()) {
                expressions.add(site(scalar.where(), text.strip(), true));
            }
            return;
        }
        if (!braces) {
            return;
        }
        Pointer where = scalar.where();
        try {
            Template template = Template.of(text);
            for (Template.Code code : template.codes()) {
                expressions.add(site(where, code.source(), template.isSingle()));
            }
        } catch (InvalidExpression unclosed) {
            expressions.add(ExpressionSite.unclosed(where, text, unclosed));
        }
    }

    /** The line on which a place starts, as it is written. */
    String lineOf(Place place) {
        return source.line(place.node().span().start().line());
    }
}
