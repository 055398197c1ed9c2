package dev.slipway.lint;

import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.List;
import java.util.Optional;

/**
 * A file as the rules for its kind see it.
 *
 * @param faults why it cannot be read; empty if it can
 */
record ReadFile(
        Optional<WorkflowFile> workflow,
        Optional<LockFile> lock,
        Optional<DockerFile> dockerfile,
        Optional<IgnoreFile> ignoreFile,
        List<Finding> faults) {
    static ReadFile of(SourceText file) {
        try {
            return switch (FileKind.of(file.name())) {
                case WORKFLOW -> of(new WorkflowFile(file, YamlReader.read(file)));
                case LOCK -> of(LockFile.of(file, YamlReader.read(file)));
                case DOCKERFILE -> of(DockerFileReader.read(file));
                case IGNORE_FILE -> of(IgnoreFile.of(file));
                case OTHER -> of(List.of());
            };
        } catch (InvalidSource invalid) {
            return of(invalid.findings());
        }
    }

    private static ReadFile of(WorkflowFile workflow) {
        return new ReadFile(Optional.of(workflow), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    private static ReadFile of(LockFile lock) {
        return new ReadFile(Optional.empty(), Optional.of(lock), Optional.empty(), Optional.empty(), List.of());
    }

    private static ReadFile of(DockerFile dockerfile) {
        return new ReadFile(Optional.empty(), Optional.empty(), Optional.of(dockerfile), Optional.empty(), List.of());
    }

    private static ReadFile of(IgnoreFile ignoreFile) {
        return new ReadFile(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(ignoreFile), List.of());
    }

    private static ReadFile of(List<Finding> faults) {
        return new ReadFile(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), faults);
    }
}
