package dev.slipway.run.dry;

import dev.slipway.model.workflow.Workflow;
import dev.slipway.read.ActionReader;
import dev.slipway.read.CompositeAction;
import dev.slipway.read.Lenient;
import dev.slipway.read.WorkflowReader;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads what a workflow calls of its repository, as far as it can be read; everything once. */
final class RepositoryFiles {
    private final Function<String, Optional<SourceText>> files;
    private final WorkflowLines lines = new WorkflowLines();
    private final Map<String, Optional<Workflow>> workflows = new HashMap<>();
    private final Map<String, Optional<CompositeAction>> actions = new HashMap<>();

    RepositoryFiles(Function<String, Optional<SourceText>> files) {
        this.files = files;
    }

    WorkflowLines lines() {
        return lines;
    }

    Optional<String> text(String path) {
        return files.apply(path).map(SourceText::text);
    }

    /** @throws InvalidSource if it is no YAML */
    Lenient<Workflow> workflow(SourceText source) {
        Node document = YamlReader.read(source);
        Lenient<Workflow> read = WorkflowReader.readLeniently(document, source.name());
        lines.add(source.name(), document, read.value());
        return read;
    }

    Optional<Workflow> workflow(String path) {
        return workflows.computeIfAbsent(path, one -> files.apply(one).flatMap(this::readable));
    }

    private Optional<Workflow> readable(SourceText source) {
        try {
            return Optional.of(workflow(source).value());
        } catch (InvalidSource unreadable) {
            return Optional.empty();
        }
    }

    Optional<CompositeAction> action(String folder) {
        String start = folder.isEmpty() ? "" : folder.replaceFirst("/+$", "") + "/";
        return actions.computeIfAbsent(
                folder,
                one -> Stream.of("action.yml", "action.yaml")
                        .flatMap(name -> files.apply(start + name).stream())
                        .findFirst()
                        .flatMap(this::action));
    }

    private Optional<CompositeAction> action(SourceText source) {
        try {
            Node document = YamlReader.read(source);
            Optional<CompositeAction> action =
                    ActionReader.readLeniently(document).map(Lenient::value);
            action.ifPresent(one -> lines.add(source.name(), document, one));
            return action;
        } catch (InvalidSource unreadable) {
            return Optional.empty();
        }
    }
}
