package dev.slipway.detect;

import java.util.List;

/**
 * What the doctor found, and where it looked.
 *
 * @param advice the gravest first
 * @param sights what the release has of all that is checked, in the order of the checks
 */
public record Examination(List<Advice> advice, List<Sight> sights) {
    public Examination {
        advice = List.copyOf(advice);
        sights = List.copyOf(sights);
    }
}
