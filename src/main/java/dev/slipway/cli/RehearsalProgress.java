package dev.slipway.cli;

import dev.slipway.report.Printable;
import dev.slipway.report.Style;
import dev.slipway.run.JobRun;
import dev.slipway.run.Progress;
import dev.slipway.run.Result;
import dev.slipway.run.RowSetup;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Shows the progress of a rehearsal: jobs and steps as a tree with their times, and the output of a failed step. */
final class RehearsalProgress implements Progress {
    private static final int KEPT = 40;

    private final Console console;
    private final Style style;
    private final boolean verbose;
    private final boolean quiet;
    private final Deque<String> last = new ArrayDeque<>();

    RehearsalProgress(Console console, Style style, boolean verbose, boolean quiet) {
        this.console = console;
        this.style = style;
        this.verbose = verbose;
        this.quiet = quiet;
    }

    /** A line that a step printed. */
    synchronized void line(String text) {
        String shown = Printable.withoutColours(text);
        last.addLast(shown);
        if (last.size() > KEPT) {
            last.removeFirst();
        }
        if (verbose) {
            print("      " + shown);
        }
    }

    private void print(String text) {
        if (!quiet) {
            console.err().println(text);
            console.err().flush();
        }
    }

    /** Prints a note before the rehearsal begins. */
    void note(String text) {
        print(style.doubtful("note") + ": " + text);
    }

    @Override
    public void jobEnded(String name, Result result, String why) {
        String said = switch (result) {
            case FAILURE -> style.bad("failed: " + why);
            case SUCCESS -> style.faint("nothing ran: " + why);
            default -> style.faint(result + ": " + why);
        };
        print(style.strong(name) + "  " + said);
    }

    @Override
    public void rowStarted(RowSetup row) {
        String container = row.container().map(it -> " in " + it.image()).orElse("");
        print(style.strong(row.job().id()) + "  " + row.name()
                + style.faint("  on " + String.join(", ", row.runner()) + container));
    }

    @Override
    public synchronized void stepStarted(String name, int depth) {
        last.clear();
    }

    @Override
    public synchronized void stepEnded(JobRun.Step step, int depth) {
        if (step.outcome() == Result.SKIPPED) {
            return;
        }
        boolean failed = step.outcome() == Result.FAILURE;
        String sign = failed ? style.bad("failed") : style.good("ok");
        print("  " + "  ".repeat(depth) + sign + "  " + step.name() + style.faint("  " + time(step.time())));
        if (failed) {
            if (!verbose) {
                last.forEach(line -> print("      " + style.faint("| ") + line));
            }
            step.message().lines().forEach(line -> print("      " + style.bad(line)));
        }
    }

    @Override
    public void rowEnded(JobRun.Row row) {
        if (!row.message().isEmpty()) {
            boolean failed = row.result() == Result.FAILURE;
            String result =
                    failed ? style.bad("failed") : style.faint(row.result().toString());
            print("  " + result + "  " + row.message());
        } else if (row.steps().stream().allMatch(step -> step.outcome() == Result.SKIPPED)) {
            print("  " + style.faint("no step ran: every condition is false"));
        }
    }

    private static String time(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
