package dev.slipway.run.dry;

import dev.slipway.model.workflow.Workflow;
import dev.slipway.read.ActionReader;
import dev.slipway.read.CompositeAction;
import dev.slipway.read.Lenient;
import dev.slipway.read.WorkflowReader;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Node;
import dev.slipway.source.Problem;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads what a workflow calls of its repository, as far as it can be read; everything once. */
final class CalledFiles {
    private final Function<String, Optional<SourceText>> files;
    private final WorkflowLines lines = new WorkflowLines();
    private final Scripts scripts = new Scripts(this::text);
    private final Map<String, Optional<Workflow>> workflows = new HashMap<>();
    private final Map<String, Optional<CompositeAction>> actions = new HashMap<>();
    private final Set<Finding> unread = new LinkedHashSet<>();

    CalledFiles(Function<String, Optional<SourceText>> files) {
        this.files = files;
    }

    WorkflowLines lines() {
        return lines;
    }

    Scripts scripts() {
        return scripts;
    }

    /** What could not be read, of everything that was read. */
    Set<Finding> unread() {
        return Collections.unmodifiableSet(unread);
    }

    private void unread(SourceText source, Node document, List<Problem> problems) {
        problems.forEach(problem -> unread.add(WorkflowLines.note(
                source.name(),
                document.locate(problem.where()),
                "this part could not be read: " + problem.message(),
                problem.help())));
    }

    private void unread(InvalidSource invalid) {
        invalid.findings()
                .forEach(finding -> unread.add(WorkflowLines.note(
                        finding.file(),
                        finding.span(),
                        "the file could not be read: " + finding.message(),
                        finding.help())));
    }

    /** What a file of the repository says. */
    Optional<String> text(String path) {
        return files.apply(path).map(SourceText::text);
    }

    /** @throws InvalidSource if it is no YAML */
    Workflow workflow(SourceText source) {
        Node document = MatrixVariables.spread(YamlReader.read(source));
        Lenient<Workflow> read = WorkflowReader.readLeniently(document, source.name());
        lines.add(source, document, read.value());
        unread(source, document, read.problems());
        return read.value();
    }

    Optional<Workflow> workflow(String path) {
        return workflows.computeIfAbsent(path, one -> files.apply(one).flatMap(this::readable));
    }

    private Optional<Workflow> readable(SourceText source) {
        try {
            return Optional.of(workflow(source));
        } catch (InvalidSource unreadable) {
            unread(unreadable);
            return Optional.empty();
        }
    }

    Optional<CompositeAction> action(String folder) {
        String start = folder.isEmpty() ? "" : folder.replaceFirst("(?<!/)/+$", "") + "/";
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
            Optional<Lenient<CompositeAction>> action = ActionReader.readLeniently(document);
            action.ifPresent(one -> {
                lines.add(source, document, one.value());
                unread(source, document, one.problems());
            });
            return action.map(Lenient::value);
        } catch (InvalidSource unreadable) {
            unread(unreadable);
            return Optional.empty();
        }
    }
}
