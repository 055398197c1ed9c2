package dev.slipway.detect.doctor;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the doctor found, and where it looked.
 *
 * @param advice the gravest first
 * @param inspections what the release has of all that is checked, in the order of the checks
 */
public record Examination(List<Advice> advice, List<Inspection> inspections) {
    public Examination {
        advice = List.copyOf(advice);
        inspections = List.copyOf(inspections);
    }

    /** The same without names of files of which others know at the same line what becomes of them. */
    public Examination without(List<Advice> better) {
        return new Examination(
                advice.stream()
                        .filter(one -> !one.rule().equals(DownloadsCheck.RULE)
                                || better.stream().noneMatch(other -> sameLine(one, other)))
                        .toList(),
                inspections);
    }

    private static boolean sameLine(Advice one, Advice other) {
        return one.where().isPresent()
                && other.where()
                        .filter(place -> place.file().equals(one.where().get().file())
                                && place.position().line()
                                        == one.where().get().position().line())
                        .isPresent();
    }

    /** The same with what somebody else has found, and where. */
    public Examination with(List<Advice> more, Inspection inspection) {
        return new Examination(
                Stream.concat(advice.stream(), more.stream())
                        .sorted(Comparator.comparing(Advice::severity))
                        .toList(),
                Stream.concat(inspections.stream(), Stream.of(inspection)).toList());
    }
}
