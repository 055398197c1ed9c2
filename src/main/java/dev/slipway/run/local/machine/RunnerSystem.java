package dev.slipway.run.local.machine;

import java.util.Locale;

/** The system of a runner. */
public enum RunnerSystem {
    LINUX("Linux"),
    MACOS("macOS"),
    WINDOWS("Windows");

    private final String runnerOs;

    RunnerSystem(String runnerOs) {
        this.runnerOs = runnerOs;
    }

    /** The value of {@code RUNNER_OS}. */
    public String runnerOs() {
        return runnerOs;
    }

    /** As labels and file names have it, such as {@code macos}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
