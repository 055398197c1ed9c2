package dev.slipway.init;

import dev.slipway.facts.Runner;
import dev.slipway.facts.Runners;
import java.time.LocalDate;
import java.util.Optional;

/** Takes over the labels of an existing set-up, but none that has ended or soon will. */
record RunnerLabels(LocalDate today, Draft draft) {
    /** The label to write for one that is in use today. */
    String current(String key, String label) {
        Optional<Runner> runner = Runners.standard().find(label);
        if (runner.isEmpty() || runner.get().verdict(today).fine()) {
            return runner.map(Runner::label).orElse(label);
        }
        String successor = Runners.standard().insteadOf(runner.get(), today);
        draft.taken(key, successor, runner.get().verdict(today).message());
        return successor;
    }

    /** Whether every project can have it; a self-hosted runner is named by the project that has it. */
    static boolean hosted(String label) {
        return Runners.standard().find(label).isPresent();
    }
}
