package dev.slipway.run.local;

import dev.slipway.model.expression.Data;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.run.Result;
import dev.slipway.run.RowSetup;
import dev.slipway.run.StepOutcome;
import dev.slipway.run.StepSetup;
import dev.slipway.run.local.engine.Container;
import dev.slipway.run.local.machine.Toolbox;
import dev.slipway.run.local.process.End;
import dev.slipway.run.local.process.LocalProcess;
import dev.slipway.run.local.process.Orphans;
import dev.slipway.run.local.site.Place;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Starts the programs of a job's steps where the job runs, on this machine or in its container, and ends what they leave. */
final class StepPrograms {
    /** Docker's default if an image sets nothing. */
    private static final String USUAL_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /** Marks what a job starts, so that nothing of it outlives the job. */
    private static final String TRACKING = "RUNNER_TRACKING_ID";

    /** GitHub lets no job take longer, in minutes: five days. */
    private static final int LONGEST = 5 * 24 * 60;

    private final LocalExecutor executor;
    private final RowSetup setup;
    private final Surroundings around;
    private final Place place;
    private final String tracking = "slipway_" + UUID.randomUUID();
    private final long deadline;
    private final List<String> path = new ArrayList<>();
    private int started;

    /** The time of the job begins here. */
    StepPrograms(LocalExecutor executor, RowSetup setup, Surroundings around) {
        this.executor = executor;
        this.setup = setup;
        this.around = around;
        this.place = around.place();
        this.deadline = System.nanoTime()
                + Duration.ofMinutes(Math.min(setup.timeoutMinutes(), LONGEST)).toNanos();
    }

    /** New files through which the next program sends commands to the runner. */
    CommandFiles commandFiles() {
        started++;
        return CommandFiles.make(
                place.temporary().resolve("_runner_file_commands").resolve("" + started));
    }

    boolean has(String program) {
        return LocalProcess.executable(program, around.environment().getOrDefault("PATH", ""))
                .isPresent();
    }

    /**
     * Runs a program, and reads its commands to the runner.
     *
     * @param timeout of the step; the job's own ends it too
     * @throws CancellationException if a person ends the rehearsal, and wants no further step
     */
    StepOutcome run(
            List<String> words,
            Map<String, String> variables,
            String folder,
            StepLog said,
            Optional<Duration> timeout,
            CommandFiles files)
            throws IOException {
        Map<String, String> env = new LinkedHashMap<>(variables);
        env.putAll(files.variables(place.seen(files.folder())));
        End end = start(words, env, place.seen(place.host(folder).normalize()), said::line, left(timeout));
        if (end instanceof End.Interrupted) {
            throw new CancellationException("the rehearsal was interrupted");
        }
        path.removeAll(files.path());
        path.addAll(0, files.path());
        summarize(files.summary(said::line));
        Map<String, Data> outputs = new LinkedHashMap<>();
        said.outputs().forEach((name, value) -> outputs.put(name, Data.of(value)));
        files.outputs().forEach((name, value) -> outputs.put(name, Data.of(value)));
        boolean succeeded = end.succeeded() && said.problem().isEmpty();
        Result result = succeeded ? Result.SUCCESS : Result.FAILURE;
        String message = succeeded ? "" : said.problem().orElseGet(() -> said.reason(end.problem()));
        return new StepOutcome(result, message, outputs, StepOutcome.values(files.env()));
    }

    private End start(
            List<String> words, Map<String, String> env, String folder, Consumer<String> line, Duration timeout) {
        if (around.container().isEmpty()) {
            return LocalProcess.start(words, env, Path.of(folder), line, timeout);
        }
        Container container = around.container().get();
        return LocalProcess.start(
                container.command(words, env, folder),
                container.starter(),
                place.root(),
                container.said(line),
                timeout);
    }

    /** How long a step may take: its own time, but no longer than the job has left. */
    Duration left(Optional<Duration> own) {
        Duration job = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
        return own.filter(step -> step.compareTo(job) < 0).orElse(job);
    }

    private void summarize(String summary) throws IOException {
        if (!summary.isBlank()) {
            Files.writeString(
                    executor.site().root().resolve("summary.md"),
                    summary.endsWith("\n") ? summary + "\n" : summary + "\n\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }

    /** The variables that a step starts with: those of the machine, GitHub's, then its own. */
    Map<String, String> environment(StepSetup step) {
        Map<String, String> env = new LinkedHashMap<>();
        boolean contained = around.container().isPresent();
        around.container().ifPresentOrElse(it -> env.putAll(it.variables()), () -> env.putAll(around.environment()));
        env.put("HOME", place.seenHome());
        env.putAll(step.env());
        env.putAll(DefaultVariables.of(executor.github(), setup, around.machine(), place));
        env.put("SLIPWAY_TOKEN_PERMISSIONS", permissions());
        env.putAll(executor.site().commands().env());
        env.put(TRACKING, tracking);
        String bin =
                contained ? Toolbox.INSIDE + "/bin" : around.toolbox().bin().toString();
        String separator = contained ? ":" : File.pathSeparator;
        List<String> folders = new ArrayList<>(path.stream().filter(this::ofJob).toList());
        List<String> others = path.stream().filter(folder -> !ofJob(folder)).toList();
        List<String> usual = new ArrayList<>();
        if (contained) {
            usual.add(bin);
        }
        usual.addAll(List.of(env.getOrDefault("PATH", USUAL_PATH).split(Pattern.quote(separator), -1)));
        // a folder of the machine that a step adds, such as /usr/local/bin, may have programs that have a stand-in
        usual.addAll(usual.indexOf(bin) + 1, others);
        folders.addAll(usual);
        env.put("PATH", String.join(separator, folders));
        return env;
    }

    /** Whether a folder is one of the job's, by the path that steps know. */
    private boolean ofJob(String folder) {
        return place.host(folder).normalize().startsWith(place.root());
    }

    private String permissions() {
        Permissions granted = setup.permissions().orElse(Permissions.READ_ALL);
        return granted.shorthand()
                .orElseGet(() -> granted.grants().stream()
                        .map(grant -> grant.scope().name() + ":" + grant.level())
                        .collect(Collectors.joining(",")));
    }

    /** Ends what the job started and left running. */
    void end() {
        Map<Path, Path> mounts = new LinkedHashMap<>();
        place.mounts().forEach(mount -> mounts.put(Path.of(mount.inside()), mount.host()));
        new Orphans(TRACKING, tracking, place.root(), mounts).end();
    }
}
