package dev.slipway.facts;

import dev.slipway.facts.FactFile.Row;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The labels that GitHub hosts or hosted; any other label is somebody's own machine, of which nothing is known. */
public final class Runners {
    private static final Runners STANDARD = new Runners(
            FactFile.rows("runners.yml").stream().map(Runners::runner).toList());

    private final Map<String, Runner> byLabel = new LinkedHashMap<>();

    private Runners(List<Runner> runners) {
        runners.forEach(runner -> byLabel.put(runner.label(), runner));
    }

    /** Those that ship with this version. */
    public static Runners standard() {
        return STANDARD;
    }

    /** Labels are the same in upper and lower case. */
    public Optional<Runner> find(String label) {
        return Optional.ofNullable(byLabel.get(label.toLowerCase(Locale.ROOT)));
    }

    /** The label to write instead of one: of its successors the first that stays, or else the newest of its system. */
    public String insteadOf(Runner runner, LocalDate today) {
        return runner.successors().stream()
                .filter(next ->
                        find(next).filter(it -> it.verdict(today).fine()).isPresent())
                .findFirst()
                .orElseGet(() -> switch (runner.os()) {
                    case "macos" -> "macos-latest";
                    case "windows" -> "windows-latest";
                    default -> "ubuntu-latest";
                });
    }

    public List<Runner> all() {
        return List.copyOf(byLabel.values());
    }

    private static Runner runner(Row row) {
        return new Runner(
                row.one("label"),
                row.one("os"),
                row.one("arch"),
                row.all("image"),
                row.maybe("available").map(Day::of),
                row.maybe("deprecated").map(Day::of),
                row.all("brownouts").stream().map(Day::of).toList(),
                row.maybe("retired").map(Day::of),
                row.all("successors"),
                row.one("source"));
    }
}
