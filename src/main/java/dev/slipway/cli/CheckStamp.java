package dev.slipway.cli;

import dev.slipway.ConfigCheck;
import dev.slipway.Generation;
import dev.slipway.Intro;
import dev.slipway.disk.Checkout;
import dev.slipway.files.Configs;
import dev.slipway.files.Drift;
import dev.slipway.files.FileDrift;
import dev.slipway.files.Stamp;
import dev.slipway.lock.ActionsLock;
import dev.slipway.report.DriftReport;
import dev.slipway.report.FindingReport;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Makes the stamp that {@link FastCheck} trusts, after a check that found everything in order. */
final class CheckStamp {
    private CheckStamp() {}

    /**
     * Keeps a stamp of what a second check has found to be in order, if nothing changed while it ran. Where anything is
     * special, such as a lockfile of actions, a job of the config's own, or a file of a project that is gone, there is none.
     */
    static void keep(FastCheck fast, long now, LocalDate today) {
        try {
            Optional<SortedSet<String>> before = inputs(fast.root(), today);
            if (before.isEmpty()) {
                return;
            }
            byte[] stamp = Stamp.of(fast.root(), fast.program(), now, before.get());
            boolean still = inputs(fast.root(), today).equals(before);
            if (still && Arrays.equals(stamp, Stamp.of(fast.root(), fast.program(), now, before.get()))) {
                Stamp.keep(fast.stamp(), stamp);
            }
        } catch (IOException | InvalidSource none) {
            // the check itself has been answered; the next one is a full one again
        }
    }

    /** The files that the answer depends on; nothing if it is not that all is in order. */
    private static Optional<SortedSet<String>> inputs(Path root, LocalDate today) throws IOException {
        List<Project> projects = Projects.in(root);
        if (projects.isEmpty() || Checkout.in(root).isTaken(ActionsLock.PATH)) {
            return Optional.empty();
        }
        SortedSet<String> paths = new TreeSet<>(List.of(ActionsLock.PATH)); // that there is none counts, too
        for (Project project : projects) {
            if (project.gone()) {
                return Optional.empty();
            }
            Generation generation = project.generate();
            if (!generation.plan().hatches().ids().isEmpty()) {
                return Optional.empty(); // a job of the config may call a workflow, which has to be there
            }
            Drift drift = project.compare(generation, false);
            if (!new DriftReport(drift, new FindingReport(List.of(), List.of())).clean() || dated(generation, today)) {
                return Optional.empty();
            }
            generation.document().sources().forEach(source -> paths.add(source.name()));
            Intro.path(generation).ifPresent(paths::add);
            drift.files().stream().map(FileDrift::path).forEach(paths::add);
        }
        boolean all = paths.containsAll(new Configs(root).filesBut("/"));
        return all ? Optional.of(paths) : Optional.empty();
    }

    /** Whether anything is found on a day that it is or will be somewhere on earth while the stamp holds. */
    private static boolean dated(Generation generation, LocalDate today) {
        return Stream.of(-1, 0, 1, 2)
                .flatMap(days -> ConfigCheck.of(generation, today.plusDays(days)).stream())
                .anyMatch(finding -> finding.severity() != Severity.NOTE);
    }
}
