package dev.slipway.plan;

import dev.slipway.source.Node;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a config adds that has no key of Slipway, in the words of GitHub.
 *
 * @param jobs further jobs of the release workflow; they can be read
 * @param permissions what a job's token may do beyond what the job needs: a level for each scope, by the job's word
 */
public record Hatches(Optional<Node> jobs, Map<String, Map<String, String>> permissions) {
    /** The word for every job that builds. */
    public static final String BUILD = "build";

    /** The word for the job that makes the release; for needs, the job after which the release is public. */
    public static final String RELEASE = "release";

    /** The word for the job that makes the image. */
    public static final String DOCKER = "docker";

    public Hatches {
        permissions = Collections.unmodifiableMap(new LinkedHashMap<>(permissions));
    }

    /** The ids of the additional jobs. */
    public Set<String> ids() {
        return jobs.map(node -> node.fold(
                        mapping -> mapping.entries().keySet(),
                        sequence -> Set.<String>of(),
                        scalar -> Set.<String>of()))
                .orElse(Set.of());
    }

    /** What is added for a job. */
    public Map<String, String> permissions(String word) {
        return permissions.getOrDefault(word, Map.of());
    }
}
