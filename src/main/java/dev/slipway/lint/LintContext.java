package dev.slipway.lint;

import dev.slipway.source.InvalidSource;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files that are checked together, and what else a rule may depend on. Of other workflows it keeps the text, and
 * reads one that is called; so a thousand workflows do not have to be in memory at once.
 */
final class LintContext {
    private final BuildContexts builds;
    private final Map<String, SourceText> workflows = new LinkedHashMap<>();
    private final Map<String, Optional<Boolean>> callable = new ConcurrentHashMap<>();
    private final Map<String, DockerFile> dockerfiles = new HashMap<>();
    private final Map<String, IgnoreFile> ignoreFiles = new HashMap<>();
    private final Optional<LockFile> lock;
    private final LintOptions options;

    /**
     * @param files the files that are no workflows, as far as they could be read
     * @param builds what the workflows tell of image builds; nothing while they are looked at
     */
    LintContext(List<SourceText> workflows, List<ReadFile> files, BuildContexts builds, LintOptions options) {
        this.builds = builds;
        workflows.forEach(file -> this.workflows.putIfAbsent(file.name(), file));
        files.stream()
                .flatMap(file -> file.dockerfile().stream())
                .forEach(file -> dockerfiles.putIfAbsent(file.source().name(), file));
        files.stream()
                .flatMap(file -> file.ignoreFile().stream())
                .forEach(file -> ignoreFiles.putIfAbsent(file.source().name(), file));
        this.lock = files.stream().flatMap(file -> file.lock().stream()).findFirst();
        this.options = options;
    }

    /** The paths of all workflows. */
    Set<String> workflows() {
        return Collections.unmodifiableSet(workflows.keySet());
    }

    /** Whether others can call the workflow at a path; nothing if there is none that can be read. */
    Optional<Boolean> isCallable(String path) {
        return callable.computeIfAbsent(
                path, it -> Optional.ofNullable(workflows.get(it)).flatMap(LintContext::isCallable));
    }

    private static Optional<Boolean> isCallable(SourceText text) {
        try {
            WorkflowFile file = new WorkflowFile(text, YamlReader.read(text));
            return Optional.of(file.trigger("workflow_call").isPresent());
        } catch (InvalidSource invalid) {
            return Optional.empty();
        }
    }

    Optional<LockFile> lock() {
        return lock;
    }

    LintOptions options() {
        return options;
    }

    BuildContexts builds() {
        return builds;
    }

    /** The Dockerfile at a path of the repository. */
    Optional<DockerFile> dockerfile(String path) {
        return Optional.ofNullable(dockerfiles.get(path));
    }

    /** The ignore file at a path of the repository. */
    Optional<IgnoreFile> ignoreFile(String path) {
        return Optional.ofNullable(ignoreFiles.get(path));
    }

    /** Whether the repository has a file; if the repository is unknown, it may. */
    boolean has(String path) {
        return options.tree().map(tree -> tree.test(path)).orElse(true);
    }
}
