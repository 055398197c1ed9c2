package dev.slipway.plan;

import java.util.List;

/**
 * When and where every change is tested.
 *
 * @param branches pushes to these are tested, and every pull request
 * @param runners the labels that tests run on
 */
public record Ci(List<String> branches, List<String> runners) {
    public Ci {
        branches = List.copyOf(branches);
        runners = List.copyOf(runners);
    }
}
