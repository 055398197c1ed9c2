package dev.slipway.run.dry;

import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Parallel;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.read.CompositeAction;
import dev.slipway.source.Finding;
import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import dev.slipway.source.Span;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows where the jobs and steps are that were read; two with the same words differ. */
final class WorkflowLines {
    private static final Pattern PINNED = Pattern.compile("@[0-9a-f]{40}[\"']?\\s{1,9}#\\s{0,9}([\\w.-]{1,40})");
    private static final int LONGEST = 400;

    private final Map<Object, Line> places = new IdentityHashMap<>();

    /** @param version what a comment gives as the version of a pinned action */
    private record Line(String file, Span span, String version) {}

    void add(SourceText source, Node document, Workflow workflow) {
        for (Job job : workflow.jobs()) {
            Pointer place = Pointer.ROOT.child("jobs").child(job.id());
            places.put(job, new Line(source.name(), document.locate(place.key()), ""));
            if (job instanceof StepsJob steps) {
                add(source, document, place.child("steps"), steps.steps());
            }
        }
    }

    void add(SourceText source, Node document, CompositeAction action) {
        add(source, document, Pointer.ROOT.child("runs").child("steps"), action.steps());
    }

    private void add(SourceText source, Node document, Pointer list, List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            Pointer place = list.child(i);
            String version = steps.get(i) instanceof Uses ? version(source, document.locate(place.child("uses"))) : "";
            places.put(steps.get(i), new Line(source.name(), document.locate(place), version));
            if (steps.get(i) instanceof Parallel parallel) {
                add(source, document, place.child("parallel"), parallel.steps());
            }
        }
    }

    /** The first word of the comment after a commit. */
    private static String version(SourceText source, Span uses) {
        Matcher pinned = PINNED.matcher(source.line(uses.start().line(), LONGEST));
        return pinned.find() ? pinned.group(1) : "";
    }

    /** The version of a step's action, if it is pinned and a comment gives the version. */
    String version(Step step) {
        return Optional.ofNullable(places.get(step)).map(Line::version).orElse("");
    }

    /** The file and the line of a job or a step. */
    String of(Object jobOrStep) {
        return Optional.ofNullable(places.get(jobOrStep))
                .map(line -> line.file() + ":" + line.span().start().line())
                .orElse("");
    }

    /** Says something of a job, at its line. */
    Optional<Finding> note(Job job, String message) {
        return Optional.ofNullable(places.get(job)).map(line -> note(line.file(), line.span(), message, ""));
    }

    /** Says what could not be read. */
    static Finding note(String file, Span span, String message, String help) {
        return new Finding("unread", Severity.NOTE, file, span, message, help);
    }
}
