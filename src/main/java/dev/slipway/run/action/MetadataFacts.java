package dev.slipway.run.action;

import java.time.Instant;
import java.util.Optional;

/**
 * What a run knows of itself, as far as {@link DockerMetadata} asks.
 *
 * @param event name of the event, such as {@code push} or {@code pull_request}
 * @param ref the whole ref, such as {@code refs/tags/v1.2.3} or {@code refs/pull/7/merge}
 * @param sha the commit of the run, 40 digits
 * @param repository what the API says of the repository
 * @param pullRequest the pull request in the event's payload, if it has one
 * @param baseRef {@code base_ref} of a push, if the payload has one
 * @param commitDate when the commit was made; the present if it is unknown
 * @param now the present
 * @param checkout what {@code git} says of the work tree, for {@code context: git}; nothing before a checkout
 */
public record MetadataFacts(
        String event,
        String ref,
        String sha,
        Repository repository,
        Optional<PullRequest> pullRequest,
        Optional<String> baseRef,
        Optional<Instant> commitDate,
        Instant now,
        Optional<Checkout> checkout) {

    /**
     * A repository as the API describes it. What it does not have is an empty text.
     *
     * @param name its name without the owner
     * @param license its SPDX identifier
     */
    public record Repository(String name, String description, String htmlUrl, String license, String defaultBranch) {}

    /**
     * A pull request.
     *
     * @param headSha newest commit of the branch that is to be merged
     * @param baseRef name of the branch that it is to be merged into
     * @param headDate when the commit {@code headSha} was made, if that is known
     */
    public record PullRequest(int number, String headSha, String baseRef, Optional<Instant> headDate) {}

    /** The ref and the commit that are checked out. */
    public record Checkout(String ref, String sha, Optional<Instant> commitDate) {}
}
