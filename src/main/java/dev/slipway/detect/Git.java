package dev.slipway.detect;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What git knows about a repository.
 *
 * @param repository {@code owner/name} on GitHub
 * @param defaultBranch where releases are made from
 * @param tags the names of its tags, the newest first
 * @param tracked the committed or staged files; absent where git could not be asked
 * @param ignored the lock file of Cargo, where git ignores it
 * @param notes why something is absent, a sentence each
 */
public record Git(
        Optional<Fact<String>> repository,
        Optional<Fact<String>> defaultBranch,
        List<String> tags,
        Optional<Set<String>> tracked,
        Set<String> ignored,
        List<String> notes) {
    public Git {
        tags = List.copyOf(tags);
        tracked = tracked.map(Set::copyOf);
        ignored = Set.copyOf(ignored);
        notes = List.copyOf(notes);
    }

    static Git absent(String why) {
        return new Git(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Set.of(), List.of(why));
    }

    /** Whether a file is tracked, if that can be known. */
    public Optional<Boolean> tracks(String path) {
        return tracked.map(files -> files.contains(path));
    }
}
