package dev.slipway.lint;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files that are checked together, and what else a rule may depend on. */
final class LintContext {
    private final Map<String, WorkflowFile> workflows = new LinkedHashMap<>();
    private final Map<String, DockerFile> dockerfiles = new LinkedHashMap<>();
    private final Map<String, IgnoreFile> ignoreFiles = new LinkedHashMap<>();
    private final Optional<LockFile> lock;
    private final LintOptions options;
    private final Map<String, ImageBuild> builds = new HashMap<>();
    private final Set<String> namedContexts = new HashSet<>();

    /** @param lock GitHub's lockfile of actions, where there is one */
    LintContext(
            List<WorkflowFile> workflows,
            List<DockerFile> dockerfiles,
            List<IgnoreFile> ignoreFiles,
            Optional<LockFile> lock,
            LintOptions options) {
        workflows.forEach(file -> this.workflows.putIfAbsent(file.source().name(), file));
        dockerfiles.forEach(file -> this.dockerfiles.putIfAbsent(file.source().name(), file));
        ignoreFiles.forEach(file -> this.ignoreFiles.putIfAbsent(file.source().name(), file));
        this.lock = lock;
        this.options = options;
        if (!dockerfiles.isEmpty()) {
            workflows.stream().flatMap(file -> ImageBuild.in(file).stream()).forEach(this::add);
        }
    }

    private void add(ImageBuild build) {
        build.dockerfile().ifPresent(path -> builds.putIfAbsent(path, build));
        namedContexts.addAll(build.namedContexts().keySet());
    }

    Collection<WorkflowFile> workflows() {
        return Collections.unmodifiableCollection(workflows.values());
    }

    Optional<LockFile> lock() {
        return lock;
    }

    LintOptions options() {
        return options;
    }

    /** The Dockerfile at a path of the repository. */
    Optional<DockerFile> dockerfile(String path) {
        return Optional.ofNullable(dockerfiles.get(path));
    }

    /** The ignore file at a path of the repository. */
    Optional<IgnoreFile> ignoreFile(String path) {
        return Optional.ofNullable(ignoreFiles.get(path));
    }

    /** The workflow at a path of the repository. */
    Optional<WorkflowFile> workflow(String path) {
        return Optional.ofNullable(workflows.get(path));
    }

    /** The first step of a workflow that builds an image from a Dockerfile. */
    Optional<ImageBuild> build(String dockerfile) {
        return Optional.ofNullable(builds.get(dockerfile));
    }

    /** Whether a step that builds an image gives it a further context of this name. */
    boolean isNamedContext(String name) {
        return namedContexts.contains(name);
    }

    /** Whether the repository has a file; where nobody knows the repository, it may. */
    boolean has(String path) {
        return options.tree().map(tree -> tree.test(path)).orElse(true);
    }
}
