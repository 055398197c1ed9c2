package dev.slipway.run.local;

import dev.slipway.disk.Limit;
import dev.slipway.disk.RegularFile;
import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.EvaluationFailure;
import dev.slipway.model.expression.Json;
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
import dev.slipway.run.local.machine.Note;
import dev.slipway.run.local.machine.Toolbox;
import dev.slipway.run.local.process.End;
import dev.slipway.run.local.site.Place;
import dev.slipway.run.local.site.Site;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Rejected;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** A job, or one row of its matrix, that runs on this machine. */
final class LocalRow implements Executor.Row {
    /** As long as GitHub's runner waits for {@code hashFiles}. */
    private static final Duration HASHING = Duration.ofSeconds(120);

    private final Site site;
    private final LocalExecutor executor;
    private final RowSetup setup;
    private final Place place;
    private final Machine machine;
    private final Toolbox toolbox;
    private final Optional<Container> container;
    private final JobLog log;
    private final StepPrograms programs;
    private final ActionEndings endings;
    private final Services services;
    private final SimulatedRunner simulated;
    private int scripts;
    private boolean failed;

    private LocalRow(LocalExecutor executor, RowSetup setup, Surroundings around, JobLog log) {
        this.site = executor.site();
        this.executor = executor;
        this.setup = setup;
        this.place = around.place();
        this.machine = around.machine();
        this.toolbox = around.toolbox();
        this.container = around.container();
        this.log = log;
        this.services = Services.of(setup);
        this.simulated = SimulatedRunner.of(site, machine);
        services.notes().forEach(site.notes()::standIn);
        this.programs = new StepPrograms(executor, setup, around);
        this.endings = new ActionEndings(
                programs,
                this::print,
                what -> site.notes().fault("the job " + setup.job().id() + ": " + what));
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
        return new LocalRow(executor, setup, around, JobLog.in(logs.resolve(unique + ".log"), JobLog.MOST));
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
                return Deadline.within(
                        HASHING, () -> Data.of(HashFiles.of(patterns, place.workspace(), place.home())), () -> {
                            throw new EvaluationFailure("hashFiles takes longer than " + HASHING.toSeconds()
                                    + " s, after which GitHub ends it: name fewer files");
                        });
            } catch (ActionFailed refused) {
                throw new EvaluationFailure(String.valueOf(refused.getMessage()));
            } catch (IOException e) {
                throw new EvaluationFailure("hashFiles: " + unreadable(e));
            }
        });
    }

    @Override
    public Optional<CompositeAction> composite(String folder) {
        for (String file : List.of("action.yml", "action.yaml")) {
            Path action = place.host(folder).resolve(file);
            if (Files.isRegularFile(action)) {
                try {
                    byte[] bytes = RegularFile.bytes(action.toRealPath(), folder + "/" + file, Limit.CONFIG)
                            .orElseThrow();
                    return ActionReader.read(YamlReader.read(SourceText.decode(folder + "/" + file, bytes)));
                } catch (IOException | InvalidSource | Rejected unreadable) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public StepOutcome run(StepSetup step) {
        StepLog said = new StepLog(this::print);
        print("== " + step.name());
        StepOutcome outcome;
        try {
            outcome = step.step() instanceof Uses uses ? action(step, uses, said) : script(step, said);
        } catch (ActionFailed | CommandFiles.Malformed | IllegalArgumentException failure) {
            // the last one is for an invalid path, platform or pattern
            outcome = StepOutcome.failure(String.valueOf(failure.getMessage()).replace("\0", "\\0"));
        } catch (IOException e) {
            outcome = StepOutcome.failure(unreadable(e));
        } catch (UncheckedIOException e) {
            outcome = StepOutcome.failure(unreadable(Objects.requireNonNull(e.getCause())));
        }
        said.warnings().forEach(warning -> site.notes().warning(setup.job().id(), warning));
        if (outcome.result() == Result.FAILURE) {
            failed = true;
            print("== failed: " + outcome.message());
        }
        return outcome;
    }

    /** The JDK's messages about files are often the path alone; the kind of the exception shows what is wrong with it. */
    private static String unreadable(IOException problem) {
        String kind = problem instanceof NoSuchFileException
                ? "no such file or folder: "
                : problem instanceof AccessDeniedException
                        ? "permission denied: "
                        : problem instanceof FileAlreadyExistsException ? "already exists: " : "";
        return kind + Optional.ofNullable(problem.getMessage()).orElseGet(problem::toString);
    }

    private StepOutcome action(StepSetup step, Uses uses, StepLog said) throws IOException {
        ActionCall call =
                new ActionCall(site, setup, place, uses.action(), step, programs.environment(step), said::line);
        if (!NodeAction.ofRepository(uses.action().name()) || LocalActions.skips(call, executor.skipped())) {
            Duration left = programs.left(step.timeout());
            return Deadline.within(
                    left,
                    () -> LocalActions.run(call, executor.skipped()),
                    () -> StepOutcome.failure(new End.TimedOut(left).problem()));
        }
        NodeAction action = NodeAction.of(call);
        CommandFiles files = programs.commandFiles();
        StepOutcome outcome =
                programs.run(NodeAction.words(action.main()), action.env(), ".", said, step.timeout(), files);
        site.notes().standIn(action.name() + ": run by the Node.js of this machine");
        endings.add(action, files);
        return outcome;
    }

    private StepOutcome script(StepSetup step, StepLog said) throws IOException {
        StepShell shell = StepShell.of(
                step.shell(), setup.container().isPresent(), machine.runnerOs().equals("Windows"));
        if (machine.otherSystem() && shell.onWindows() && !programs.has(shell.program())) {
            site.notes()
                    .standIn(shell.program() + " is not on this machine: the step '" + step.name() + "' was skipped");
            return StepOutcome.success();
        }
        scripts++;
        Path folders = Files.createDirectories(place.temporary());
        Path script = Files.writeString(folders.resolve("step-" + scripts + shell.ending()), shell.text(step.script()));
        String folder = step.folder().isEmpty() ? "." : step.folder();
        StepOutcome outcome = programs.run(
                shell.command(place.seen(script)),
                programs.environment(step),
                folder,
                said,
                step.timeout(),
                programs.commandFiles());
        return outcome.result() == Result.FAILURE
                ? new StepOutcome(Result.FAILURE, services.beside(outcome.message()), outcome.outputs(), outcome.env())
                : outcome;
    }

    private void print(String line) {
        log.line(line);
        executor.output().accept(line);
    }

    @Override
    public Optional<String> leftOut() {
        if (!executor.onlyHere()) {
            return Optional.empty();
        }
        try {
            List<Note> all = toolbox.notes();
            Optional<String> built = all.stream()
                    .filter(Note.Placeholder.class::isInstance)
                    .map(Note::text)
                    .findFirst();
            return (built.isPresent() ? built : simulated.builtHere(all))
                    .map(what -> "it builds only a placeholder: " + what);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What would have left the machine is separated from what answered instead of something else. */
    private void tell(Note note) {
        if (note instanceof Note.Outside outside) {
            site.github().records().add(setup.job().id(), outside.effect());
            return;
        }
        site.notes().standIn(note.text());
        if (note instanceof Note.Placeholder instead && !instead.target().isEmpty()) {
            site.notes().placeholder(instead.target());
        }
    }

    @Override
    public void close() {
        try {
            if (!Thread.currentThread().isInterrupted()) {
                endings.run(failed);
            }
        } finally {
            leave();
        }
    }

    private void leave() {
        programs.end();
        container.ifPresent(Container::close);
        try {
            log.close();
            simulated.builtHere(toolbox.notes()).ifPresent(what -> site.notes().standIn(setup.name() + ": " + what));
            toolbox.notes().forEach(this::tell);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
