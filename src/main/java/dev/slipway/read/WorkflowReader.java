package dev.slipway.read;

import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Trigger;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.source.Document;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Locator;
import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a workflow file, anybody's, into the model: what is read and rendered again means the same. */
public final class WorkflowReader {
    private WorkflowReader() {}

    /**
     * Reads a workflow. One that has no name is called by its file's.
     *
     * @throws InvalidSource with everything in it that is no part of a workflow
     */
    public static Workflow read(SourceText source) {
        Node document = YamlReader.read(source);
        Lenient<Workflow> read = readLeniently(document, source.name());
        if (!read.problems().isEmpty()) {
            throw new InvalidSource(
                    source,
                    new Locator(Document.of(source, document)).locate("workflow", Severity.ERROR, read.problems()));
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
