package dev.slipway.detect.git;

import dev.slipway.detect.fact.Fact;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What git knows about a repository.
 *
 * @param remotes which repository on GitHub this is
 * @param defaultBranch where releases are made from
 * @param tags the names of its tags, the newest first
 * @param tracked the committed or staged files; absent if git could not be asked
 * @param submodules the paths of other repositories in it
 * @param ignored the lock file of Cargo, if git ignores it
 * @param others why something besides the repository is absent
 */
public record Git(
        Remotes remotes,
        Optional<Fact<String>> defaultBranch,
        List<String> tags,
        Optional<Set<String>> tracked,
        List<String> submodules,
        Set<String> ignored,
        List<String> others) {
    public Git {
        tags = List.copyOf(tags);
        tracked = tracked.map(Set::copyOf);
        submodules = List.copyOf(submodules);
        ignored = Set.copyOf(ignored);
        others = List.copyOf(others);
    }

    static Git absent(String why) {
        return new Git(
                Remotes.unread(why), Optional.empty(), List.of(), Optional.empty(), List.of(), Set.of(), List.of());
    }

    /** {@code owner/name} on GitHub. */
    public Optional<Fact<String>> repository() {
        return remotes.repository();
    }

    /** Another repository on GitHub, of which this one may be a fork. */
    public Optional<Fact<String>> upstream() {
        return remotes.upstream();
    }

    /** Why something is absent, a sentence each. */
    public List<String> notes() {
        return Stream.concat(remotes.notes().stream(), others.stream()).toList();
    }

    /** How to name the repository, if nothing does. */
    public String advice() {
        return remotes.advice();
    }

    /** Whether a file is tracked, if that can be known. */
    public Optional<Boolean> tracks(String path) {
        return tracked.map(files -> files.contains(path));
    }
}
