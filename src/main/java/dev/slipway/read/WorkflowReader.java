package dev.slipway.read;

import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Trigger;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a workflow file, anybody's, into the model: what is read and rendered again means the same. */
public final class WorkflowReader {
    private WorkflowReader() {}

    /**
     * Reads a workflow.
     *
     * @param file the name of one that has none of its own
     * @throws Rejected with everything in it that is no part of a workflow
     */
    public static Workflow read(Node document, String file) {
        Lenient<Workflow> read = readLeniently(document, file);
        if (!read.problems().isEmpty()) {
            throw new Rejected(read.problems());
        }
        return read.value();
    }

    /** Reads a workflow as far as it is one: what is no part of a workflow is left out of it. */
    public static Lenient<Workflow> readLeniently(Node document, String file) {
        List<Problem> problems = new ArrayList<>();
        Workflow workflow = Keys.read(document, Pointer.ROOT, problems, keys -> workflow(keys, file, problems));
        return new Lenient<>(workflow, problems);
    }

    private static Workflow workflow(Keys keys, String file, List<Problem> problems) {
        List<Trigger> on = keys.node("on")
                .map(node -> new TriggerReader(problems).read(node, keys.at("on")))
                .orElse(List.of());
        List<Job> jobs = keys.node("jobs")
                .map(node -> JobReader.read(node, keys.at("jobs"), Map.of(), problems))
                .orElse(List.of());
        return new Workflow(
                "",
                keys.word("name").orElse(file),
                keys.word("description"),
                keys.text("run-name"),
                on,
                Parts.permissions(keys),
                keys.word("cache-mode"),
                keys.values("env"),
                Parts.defaults(keys),
                Parts.concurrency(keys),
                jobs);
    }
}
