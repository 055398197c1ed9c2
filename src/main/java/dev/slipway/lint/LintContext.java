package dev.slipway.lint;

import java.util.List;
import java.util.Optional;

/**
 * The files that are checked together, and what else a rule may depend on.
 *
 * @param lock GitHub's lockfile of actions, where there is one
 */
record LintContext(
        List<WorkflowFile> workflows,
        List<DockerFile> dockerfiles,
        List<IgnoreFile> ignoreFiles,
        Optional<LockFile> lock,
        LintOptions options) {
    LintContext {
        workflows = List.copyOf(workflows);
        dockerfiles = List.copyOf(dockerfiles);
        ignoreFiles = List.copyOf(ignoreFiles);
    }

    /** The Dockerfile at a path of the repository. */
    Optional<DockerFile> dockerfile(String path) {
        return named(dockerfiles, path);
    }

    /** The ignore file at a path of the repository. */
    Optional<IgnoreFile> ignoreFile(String path) {
        return ignoreFiles.stream()
                .filter(file -> file.source().name().equals(path))
                .findFirst();
    }

    /** The workflow at a path of the repository. */
    Optional<WorkflowFile> workflow(String path) {
        return named(workflows, path);
    }

    /** Whether the repository has a file; where nobody knows the repository, it may. */
    boolean has(String path) {
        return options.tree().map(tree -> tree.test(path)).orElse(true);
    }

    private static <F extends LintedFile> Optional<F> named(List<F> files, String path) {
        return files.stream().filter(file -> file.source().name().equals(path)).findFirst();
    }
}
