package dev.slipway.detect.doctor;

import dev.slipway.detect.Repository;
import dev.slipway.facts.Freshness;
import dev.slipway.source.Severity;
import java.time.LocalDate;
import java.util.List;

/** Says when this version of Slipway is so old that what it knows of runners and actions may be out of date. */
record FactsCheck() implements Check {
    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.clear("the age of Slipway's data on runners and actions");
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        return Freshness.oldest(Freshness.all(), today).map(facts -> advice(facts, today)).stream()
                .toList();
    }

    private static Advice advice(Freshness facts, LocalDate today) {
        return new Advice(
                Severity.WARNING,
                "facts",
                "Slipway's data on " + facts.about() + " is " + facts.age(today) + " days old, from " + facts.checked()
                        + ": labels may have been retired and pins updated since then",
                "install a newer Slipway, and run 'slipway generate'",
                "");
    }
}
