package dev.slipway.lint;

import dev.slipway.source.InvalidSource;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.List;
import java.util.Optional;

/**
 * A file that is no workflow, as the rules for its kind see it.
 *
 * @param faults why it cannot be read; empty if it can
 */
record ReadFile(
        Optional<LockFile> lock, Optional<DockerFile> dockerfile, Optional<IgnoreFile> ignoreFile, Linted faults) {
    static ReadFile of(SourceText file) {
        Optional<DockerFile> dockerfile = Optional.empty();
        Optional<IgnoreFile> ignoreFile = Optional.empty();
        Optional<LockFile> lock = Optional.empty();
        Linted faults = new Linted(List.of(), Optional.empty());
        try {
            switch (FileKind.of(file.name())) {
                case DOCKERFILE -> dockerfile = Optional.of(DockerFileReader.read(file));
                case IGNORE_FILE -> ignoreFile = Optional.of(IgnoreFile.of(file));
                case LOCK -> lock = Optional.of(LockFile.of(file, YamlReader.read(file)));
                case WORKFLOW, OTHER -> {}
            }
        } catch (InvalidSource invalid) {
            faults = new Linted(invalid.findings(), Optional.empty());
        } catch (RuntimeException | StackOverflowError thrown) {
            faults = Linted.failed("reader of such files", file.name(), thrown);
        }
        return new ReadFile(lock, dockerfile, ignoreFile, faults);
    }
}
