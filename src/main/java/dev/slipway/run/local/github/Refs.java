package dev.slipway.run.local.github;

import java.util.Map;

/**
 * The tags and branches of the repository that is rehearsed.
 *
 * @param tags each tag with the commit that it names
 * @param branches each branch with its newest commit
 * @param defaultBranch the branch where a tag is made that names no other
 */
public record Refs(Map<String, String> tags, Map<String, String> branches, String defaultBranch) {
    public Refs {
        tags = Map.copyOf(tags);
        branches = Map.copyOf(branches);
    }
}
