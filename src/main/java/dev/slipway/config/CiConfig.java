package dev.slipway.config;

import java.util.List;

/**
 * The checks of each push and pull request.
 *
 * @param branches which branches are checked when pushed to; empty for the default
 * @param os the runner labels to test on; empty for the default
 */
public record CiConfig(List<String> branches, List<String> os) {
    public CiConfig {
        branches = List.copyOf(branches);
        os = List.copyOf(os);
    }
}
