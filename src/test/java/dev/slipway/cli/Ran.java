package dev.slipway.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What came of a command line. */
record Ran(int exit, String out, String err) {
    static Ran slipway(String... args) {
        return run(Surroundings.plain(() -> false), args);
    }

    /** As in a job on GitHub, with a file for its summary. */
    static Ran inJob(Path summary, String... args) {
        return run(new Surroundings(() -> false, () -> 0, Optional.of(summary), Optional.empty()), args);
    }

    /** As in a job on GitHub that runs for a pull request. */
    static Ran forPullRequest(String baseBranch, Path summary, String... args) {
        return run(new Surroundings(() -> false, () -> 0, Optional.of(summary), Optional.of(baseBranch)), args);
    }

    /** As in a terminal of so many columns. */
    static Ran inTerminal(int width, boolean coloured, String... args) {
        return run(new Surroundings(() -> coloured, () -> width, Optional.empty(), Optional.empty()), args);
    }

    private static Ran run(Surroundings around, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), around);
        return new Ran(Main.run(List.of(args), console).number(), out.toString(), err.toString());
    }
}
