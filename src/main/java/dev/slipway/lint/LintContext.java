package dev.slipway.lint;

import java.util.List;
import java.util.Optional;

/** The files that are checked together, and what else a rule may depend on. */
record LintContext(
        List<WorkflowFile> workflows, List<DockerFile> dockerfiles, List<IgnoreFile> ignoreFiles, LintOptions options) {
    LintContext {
        workflows = List.copyOf(workflows);
        dockerfiles = List.copyOf(dockerfiles);
        ignoreFiles = List.copyOf(ignoreFiles);
    }

    /** The Dockerfile at a path of the repository. */
    Optional<DockerFile> dockerfile(String path) {
        return dockerfiles.stream()
                .filter(file -> file.source().name().equals(path))
                .findFirst();
    }

    /** The ignore file at a path of the repository. */
    Optional<IgnoreFile> ignoreFile(String path) {
        return ignoreFiles.stream()
                .filter(file -> file.source().name().equals(path))
                .findFirst();
    }
}
