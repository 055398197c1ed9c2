package dev.slipway.facts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When a file of dated facts was last compared with its sources.
 *
 * @param about what the facts are about, in words
 */
public record Freshness(String about, LocalDate checked) {
    /** GitHub announces the end of a label months before, and actions bring out a version every few weeks. */
    static final int DAYS = 90;

    /** Those of this version, each of which changes without Slipway. */
    public static List<Freshness> all() {
        return List.of(of("runner labels", "runners.yml"), of("versions of actions", "actions.yml"));
    }

    private static Freshness of(String about, String file) {
        return new Freshness(about, LocalDate.parse(FactFile.read(file).checked()));
    }

    /** The facts that are too old on a day, the oldest; empty if all are fresh. */
    public static Optional<Freshness> oldest(List<Freshness> all, LocalDate today) {
        return all.stream().filter(facts -> facts.age(today) > DAYS).min(Comparator.comparing(Freshness::checked));
    }

    /** How many days ago that was. */
    public long age(LocalDate today) {
        return ChronoUnit.DAYS.between(checked, today);
    }
}
