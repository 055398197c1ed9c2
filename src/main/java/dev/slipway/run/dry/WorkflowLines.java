package dev.slipway.run.dry;

import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Parallel;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.read.CompositeAction;
import dev.slipway.source.Finding;
import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.Severity;
import dev.slipway.source.Span;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows where the jobs and steps are that were read; two with the same words differ. */
final class WorkflowLines {
    private final Map<Object, Line> places = new IdentityHashMap<>();

    private record Line(String file, Span span) {}

    void add(String file, Node document, Workflow workflow) {
        for (Job job : workflow.jobs()) {
            Pointer place = Pointer.ROOT.child("jobs").child(job.id());
            places.put(job, at(file, document, place.key()));
            if (job instanceof StepsJob steps) {
                add(file, document, place.child("steps"), steps.steps());
            }
        }
    }

    void add(String file, Node document, CompositeAction action) {
        add(file, document, Pointer.ROOT.child("runs").child("steps"), action.steps());
    }

    private void add(String file, Node document, Pointer list, List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            Pointer place = list.child(i);
            places.put(steps.get(i), at(file, document, place));
            if (steps.get(i) instanceof Parallel parallel) {
                add(file, document, place.child("parallel"), parallel.steps());
            }
        }
    }

    private static Line at(String file, Node document, Pointer place) {
        return new Line(file, document.locate(place));
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
