package dev.slipway.detect;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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

    /** The same with what somebody else has found, and where. */
    public Examination with(List<Advice> more, Sight sight) {
        return new Examination(
                Stream.concat(advice.stream(), more.stream())
                        .sorted(Comparator.comparing(Advice::severity))
                        .toList(),
                Stream.concat(sights.stream(), Stream.of(sight)).toList());
    }
}
