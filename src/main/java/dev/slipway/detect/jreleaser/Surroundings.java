package dev.slipway.detect.jreleaser;

import java.util.Optional;

/**
 * What a config means depends on.
 *
 * @param owner of the repository on GitHub
 * @param repository its name
 * @param project what the project is called if the config does not say; a build tool does
 * @param build {@code maven} or {@code gradle}, if that builds it
 */
public record Surroundings(
        Optional<String> owner, Optional<String> repository, Optional<String> project, Optional<String> build) {
    /** @param slug {@code owner/name} on GitHub */
    public static Surroundings of(Optional<String> slug, Optional<String> project, Optional<String> build) {
        return new Surroundings(
                slug.map(text -> text.substring(0, Math.max(0, text.indexOf('/')))),
                slug.map(text -> text.substring(text.indexOf('/') + 1)),
                project,
                build);
    }

    /** The same with the name that a build gives, if there is one. */
    public Surroundings called(Optional<String> name) {
        return name.isPresent() ? new Surroundings(owner, repository, name, build) : this;
    }
}
