package dev.slipway.run.local;

import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.Json;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Uses;
import dev.slipway.read.ActionReader;
import dev.slipway.read.CompositeAction;
import dev.slipway.run.Executor;
import dev.slipway.run.Result;
import dev.slipway.run.RowSetup;
import dev.slipway.run.StepOutcome;
import dev.slipway.run.StepSetup;
import dev.slipway.run.local.action.ActionCall;
import dev.slipway.run.local.action.LocalActions;
import dev.slipway.run.local.action.NodeAction;
import dev.slipway.run.local.artifact.ActionFailed;
import dev.slipway.run.local.artifact.HashFiles;
import dev.slipway.run.local.engine.Container;
import dev.slipway.run.local.machine.Machine;
import dev.slipway.run.local.machine.Recorded;
import dev.slipway.run.local.machine.Toolbox;
import dev.slipway.run.local.process.End;
import dev.slipway.run.local.process.LocalProcess;
import dev.slipway.run.local.process.Orphans;
import dev.slipway.run.local.site.Place;
import dev.slipway.run.local.site.Site;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Rejected;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A job, or one row of its matrix, that runs on this machine. */
final class LocalRow implements Executor.Row {
    /** What Docker takes where an image says nothing. */
    private static final String USUAL_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /** Marks what a job starts, so that nothing of it outlives the job. */
    private static final String TRACKING = "RUNNER_TRACKING_ID";

    private final Site site;
    private final LocalExecutor executor;
    private final RowSetup setup;
    private final Place place;
    private final Machine machine;
    private final Toolbox toolbox;
    private final Map<String, String> environment;
    private final Optional<Container> container;
    private final List<String> path = new ArrayList<>();
    private final BufferedWriter log;
    private final long deadline;
    private final String tracking;
    private final Services services;
    private final PretendedRunner pretended;
    private final Deque<Ending> endings = new ArrayDeque<>();
    private int steps;
    private boolean failed;

    private LocalRow(LocalExecutor executor, RowSetup setup, Surroundings around, BufferedWriter log) {
        this.site = executor.site();
        this.executor = executor;
        this.setup = setup;
        this.place = around.place();
        this.machine = around.machine();
        this.toolbox = around.toolbox();
        this.environment = around.environment();
        this.container = around.container();
        this.log = log;
        this.services = Services.of(setup);
        this.pretended = PretendedRunner.of(site, machine);
        services.notes().forEach(site.notes()::standIn);
        this.tracking = "slipway_" + UUID.randomUUID();
        this.deadline =
                System.nanoTime() + Duration.ofMinutes(setup.timeoutMinutes()).toNanos();
    }

    static LocalRow open(LocalExecutor executor, RowSetup setup) throws IOException {
        Path root = executor.site().root();
        String unique = executor.unique(setup.job().id());
        Surroundings around =
                Surroundings.make(executor, setup, root.resolve("jobs").resolve(unique));
        Path logs = Files.createDirectories(root.resolve("logs"));
        Path event = DefaultVariables.event(around.place());
        Files.createDirectories(event.getParent());
        Data payload = executor.github().values().getOrDefault("event", Data.NULL);
        Files.writeString(event, Json.write(payload) + "\n");
        executor.site().github().records().running(setup.job().id());
        return new LocalRow(executor, setup, around, Files.newBufferedWriter(logs.resolve(unique + ".log")));
    }

    @Override
    public Map<String, Data> contexts() {
        Map<String, Data> runner = new LinkedHashMap<>();
        runner.put("os", Data.of(machine.runnerOs()));
        runner.put("arch", Data.of(machine.runnerArch()));
        runner.put("name", Data.of("rehearsal"));
        runner.put("environment", Data.of("github-hosted"));
        runner.put("temp", Data.of(place.seen(place.temporary())));
        runner.put("tool_cache", Data.of(place.seen(place.tools())));
        runner.put("debug", Data.EMPTY);
        Map<String, Data> github = new LinkedHashMap<>();
        github.put("event_path", Data.of(place.seen(DefaultVariables.event(place))));
        github.put("workspace", Data.of(place.seen(place.workspace())));
        github.put("job", Data.of(setup.job().id()));
        return Map.of("runner", Data.of(runner), "github", Data.of(github));
    }

    @Override
    public Map<String, Function<List<Data>, Data>> functions() {
        return Map.of("hashfiles", arguments -> {
            try {
                List<String> patterns = arguments.stream().map(Data::text).toList();
                return Data.of(HashFiles.of(patterns, place.workspace(), place.home()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public Optional<CompositeAction> composite(String folder) {
        for (String file : List.of("action.yml", "action.yaml")) {
            Path action = place.host(folder).resolve(file);
            if (Files.isRegularFile(action)) {
                try {
                    return ActionReader.read(
                            YamlReader.read(new SourceText(folder + "/" + file, Files.readString(action))));
                } catch (IOException | InvalidSource | Rejected unreadable) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public StepOutcome run(StepSetup step) {
        steps++;
        StepLog said = new StepLog(this::print);
        print("== " + step.name());
        StepOutcome outcome;
        try {
            outcome = step.step() instanceof Uses uses ? action(step, uses, said) : script(step, said);
        } catch (ActionFailed | CommandFiles.Malformed failure) {
            outcome = StepOutcome.failure(String.valueOf(failure.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        said.warnings().forEach(warning -> site.notes().warning(setup.job().id(), warning));
        if (outcome.result() == Result.FAILURE) {
            failed = true;
            print("== failed: " + outcome.message());
        }
        return outcome;
    }

    private StepOutcome action(StepSetup step, Uses uses, StepLog said) throws IOException {
        ActionCall call = new ActionCall(site, setup, place, uses.action(), step, environment(step), said::line);
        if (!NodeAction.ofRepository(uses.action().name()) || LocalActions.skips(call, executor.skipped())) {
            return LocalActions.run(call, executor.skipped());
        }
        NodeAction action = NodeAction.of(call);
        CommandFiles files = commandFiles();
        StepOutcome outcome =
                ran(NodeAction.words(action.main()), action.env(), ".", said, left(step.timeout()), files);
        site.notes().standIn(action.name() + ": run by the Node.js of this machine");
        endings.push(new Ending(action, files));
        return outcome;
    }

    /** What an action does at the end of the job. */
    private record Ending(NodeAction action, CommandFiles files) {}

    private void end(Ending ending) {
        NodeAction action = ending.action();
        if (!action.ends(failed)) {
            return;
        }
        Map<String, String> env = new LinkedHashMap<>(action.env());
        steps++;
        print("== at the end of " + action.name());
        StepLog said = new StepLog(this::print);
        try {
            ending.files().state().forEach((name, value) -> env.put("STATE_" + name, value));
            StepOutcome outcome = ran(
                    NodeAction.words(action.post().orElseThrow()),
                    env,
                    ".",
                    said,
                    left(Optional.empty()),
                    commandFiles());
            if (outcome.result() == Result.FAILURE) {
                site.notes()
                        .fault("the job " + setup.job().id() + ": at its end, " + action.name() + " failed: "
                                + outcome.message());
            }
        } catch (CommandFiles.Malformed malformed) {
            site.notes().fault("the job " + setup.job().id() + ": " + malformed.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CommandFiles commandFiles() {
        return CommandFiles.make(
                place.temporary().resolve("_runner_file_commands").resolve("" + steps));
    }

    private StepOutcome script(StepSetup step, StepLog said) throws IOException {
        StepShell shell = StepShell.of(
                step.shell(), setup.container().isPresent(), machine.runnerOs().equals("Windows"));
        if (machine.otherSystem() && shell.onWindows() && !has(shell.program())) {
            site.notes()
                    .standIn(shell.program() + " is not on this machine: the step '" + step.name() + "' did nothing");
            return StepOutcome.success();
        }
        Path scripts = Files.createDirectories(place.temporary());
        Path script = Files.writeString(scripts.resolve("step-" + steps + shell.ending()), shell.text(step.script()));
        String folder = step.folder().isEmpty() ? "." : step.folder();
        StepOutcome outcome = ran(
                shell.command(place.seen(script)),
                environment(step),
                folder,
                said,
                left(step.timeout()),
                commandFiles());
        return outcome.result() == Result.FAILURE
                ? new StepOutcome(Result.FAILURE, services.beside(outcome.message()), outcome.outputs(), outcome.env())
                : outcome;
    }

    /** Runs a program, and takes what it tells the runner. */
    private StepOutcome ran(
            List<String> words,
            Map<String, String> variables,
            String folder,
            StepLog said,
            Duration timeout,
            CommandFiles files)
            throws IOException {
        Map<String, String> env = new LinkedHashMap<>(variables);
        env.putAll(files.variables(place.seen(files.folder())));
        End end = start(words, env, place.seen(place.host(folder).normalize()), said::line, timeout);
        stopWhereInterrupted(end);
        path.removeAll(files.path());
        path.addAll(0, files.path());
        String summary = files.summary();
        if (!summary.isBlank()) {
            Files.writeString(
                    site.root().resolve("summary.md"),
                    summary.endsWith("\n") ? summary + "\n" : summary + "\n\n",
                    java.nio.file.StandardOpenOption.CREATE,
                    java.nio.file.StandardOpenOption.APPEND);
        }
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
        if (container.isEmpty()) {
            return LocalProcess.start(words, env, Path.of(folder), line, timeout);
        }
        List<String> inside = container.get().command(words, env, folder);
        return LocalProcess.start(
                inside, container.get().starter(), place.root(), container.get().said(line), timeout);
    }

    /** A person who ends the rehearsal wants no further step. */
    private static void stopWhereInterrupted(End end) {
        if (end instanceof End.Interrupted) {
            throw new CancellationException("the rehearsal was interrupted");
        }
    }

    private boolean has(String program) {
        return LocalProcess.executable(program, environment.getOrDefault("PATH", ""))
                .isPresent();
    }

    private Duration left(Optional<Duration> own) {
        Duration job = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
        return own.filter(step -> step.compareTo(job) < 0).orElse(job);
    }

    /** The variables that a step starts with: those of the machine, GitHub's, then its own. */
    private Map<String, String> environment(StepSetup step) {
        Map<String, String> env = new LinkedHashMap<>();
        container.ifPresentOrElse(it -> env.putAll(it.variables()), () -> env.putAll(environment));
        env.put("HOME", place.seenHome());
        env.putAll(step.env());
        env.putAll(DefaultVariables.of(executor.github(), setup, machine, place));
        env.put("SLIPWAY_TOKEN_PERMISSIONS", permissions());
        env.putAll(site.commands().env());
        env.put(TRACKING, tracking);
        List<String> folders = new ArrayList<>(path);
        if (container.isPresent()) {
            folders.add(Toolbox.INSIDE + "/bin");
        }
        folders.add(env.getOrDefault("PATH", USUAL_PATH));
        env.put("PATH", String.join(container.isPresent() ? ":" : java.io.File.pathSeparator, folders));
        return env;
    }

    private String permissions() {
        Permissions granted = setup.permissions().orElse(Permissions.READ_ALL);
        return granted.shorthand()
                .orElseGet(() -> granted.grants().stream()
                        .map(grant -> grant.scope().name() + ":" + grant.level())
                        .collect(Collectors.joining(",")));
    }

    private void print(String line) {
        try {
            log.write(line);
            log.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        executor.output().accept(line);
    }

    @Override
    public Optional<String> leftOut() {
        if (!executor.onlyHere()) {
            return Optional.empty();
        }
        try {
            List<Recorded> all = toolbox.recorded();
            Optional<String> built = all.stream()
                    .filter(recorded -> recorded.kind() == Recorded.Kind.PLACEHOLDER)
                    .map(Recorded::text)
                    .findFirst();
            return (built.isPresent() ? built : pretended.builtHere(all))
                    .map(what -> "all it gives is a placeholder: " + what);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What would have left the machine is told apart from what answered instead of something else. */
    private void tell(Recorded recorded) {
        switch (recorded.kind()) {
            case PUBLISH, REFUSED -> site.github().records().add(setup.job().id(), recorded.text());
            case PLACEHOLDER -> {
                site.notes().standIn(recorded.text());
                site.notes().placeholder(recorded.text().replaceFirst(" .*", ""));
            }
            case STAND_IN, INSTALL -> site.notes().standIn(recorded.text());
        }
    }

    @Override
    public void close() {
        try {
            if (!Thread.currentThread().isInterrupted()) {
                endings.forEach(this::end);
            }
        } finally {
            leave();
        }
    }

    private void leave() {
        Map<Path, Path> mounts = new LinkedHashMap<>();
        place.mounts().forEach(mount -> mounts.put(Path.of(mount.inside()), mount.host()));
        new Orphans(TRACKING, tracking, place.root(), mounts).end();
        container.ifPresent(Container::close);
        try {
            log.close();
            pretended
                    .builtHere(toolbox.recorded())
                    .ifPresent(what -> site.notes().standIn(setup.name() + ": " + what));
            toolbox.recorded().forEach(this::tell);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
