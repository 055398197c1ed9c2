package dev.slipway.init;

import dev.slipway.facts.Runner;
import dev.slipway.facts.Runners;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Takes over the labels of an existing set-up, but none that has ended or soon will. */
record RunnerLabels(LocalDate today, Draft draft) {
    /** The label to write for one that is in use today. */
    String current(String key, String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        Optional<Runner> runner = Runners.standard().find(lower);
        if (runner.isEmpty() || runner.get().verdict(today).fine()) {
            return runner.isEmpty() ? label : lower;
        }
        String successor = runner.get().successors().stream()
                .filter(next ->
                        Runners.standard().find(next).filter(this::lasts).isPresent())
                .findFirst()
                .orElseGet(() -> latest(runner.get()));
        draft.taken(key, successor, runner.get().verdict(today).message());
        return successor;
    }

    /** Whether every project can have it; a machine of one's own is named by whoever has it. */
    static boolean hosted(String label) {
        return Runners.standard().find(label.toLowerCase(Locale.ROOT)).isPresent();
    }

    private boolean lasts(Runner runner) {
        return runner.verdict(today).fine();
    }

    private static String latest(Runner runner) {
        return switch (runner.os()) {
            case "macos" -> "macos-latest";
            case "windows" -> "windows-latest";
            default -> "ubuntu-latest";
        };
    }
}
