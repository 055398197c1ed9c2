package dev.slipway.run.dry;

import dev.slipway.model.expression.Data;
import dev.slipway.model.workflow.Uses;
import dev.slipway.read.CompositeAction;
import dev.slipway.run.Executor;
import dev.slipway.run.Result;
import dev.slipway.run.RowSetup;
import dev.slipway.run.StepOutcome;
import dev.slipway.run.StepSetup;
import dev.slipway.shell.Command;
import dev.slipway.shell.PowerShell;
import dev.slipway.shell.Shell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The machine that a row would run on: notes what it is asked to do. */
final class DryMachine implements Executor.Row {
    /** Shells whose scripts are of another language. */
    private static final String FOREIGN = "(python|node|perl|ruby).*";

    private final DryExecutor executor;
    private final RowSetup setup;
    private final Symbolic symbolic;
    private final List<DryStep> steps = new ArrayList<>();
    private final Map<String, String> env = new LinkedHashMap<>();

    DryMachine(DryExecutor executor, RowSetup setup) {
        this.executor = executor;
        this.setup = setup;
        this.symbolic = executor.symbolic();
    }

    private Optional<String> runner() {
        return setup.runner().stream()
                .findFirst()
                .map(symbolic::text)
                .filter(label -> !label.contains("{") && !label.isBlank());
    }

    @Override
    public Map<String, Data> contexts() {
        return runner().map(label -> Map.<String, Data>of("runner", new Data.Dict(machine(label), false)))
                .orElse(Map.of());
    }

    private static Map<String, Data> machine(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        boolean mac = lower.contains("macos");
        boolean arm = lower.contains("arm") || mac && !lower.matches(".*(intel|-13|-12|large).*");
        return Map.of(
                "os", Data.of(mac ? "macOS" : lower.contains("windows") ? "Windows" : "Linux"),
                "arch", Data.of(arm ? "ARM64" : "X64"));
    }

    @Override
    public Map<String, Function<List<Data>, Data>> functions() {
        return Map.of();
    }

    @Override
    public StepOutcome run(StepSetup step) {
        Map<String, String> inputs = symbolic.texts(step.inputs());
        Map<String, String> variables = symbolic.texts(step.env());
        String script = symbolic.text(step.script());
        Told told = step.step() instanceof Uses uses
                ? KnownActions.told(uses.action().name(), inputs)
                : followed(script, step, variables);
        String action = step.step() instanceof Uses uses ? uses.action().source() : "";
        List<Command> commands = told.commands().stream().map(this::resolved).toList();
        steps.add(new DryStep(name(step), executor.files().lines().of(step.step()), action, script, inputs, commands));
        variables.keySet().removeAll(step.step().common().env().keySet());
        env.putAll(variables);
        env.putAll(told.env());
        return new StepOutcome(Result.SUCCESS, "", symbolic.values(told.outputs()), symbolic.values(told.env()));
    }

    private String name(StepSetup step) {
        boolean named = step.step().common().name().isPresent();
        return symbolic.text(named ? step.name() : step.name().replaceFirst("^Run ", ""));
    }

    private Command resolved(Command command) {
        return new Command(
                command.words().stream().map(symbolic::resolved).toList(),
                symbolic.resolved(command.output()),
                command.line());
    }

    private Told followed(String script, StepSetup step, Map<String, String> env) {
        if (script.isEmpty()
                || step.shell().filter(shell -> shell.matches(FOREIGN)).isPresent()) {
            return Told.NOTHING;
        }
        Map<String, String> variables = new LinkedHashMap<>(env);
        set("GITHUB_", executor.github(), variables);
        set("RUNNER_", contexts().getOrDefault("runner", Data.NULL), variables);
        Shell shell = new Shell(variables, executor.files()::text);
        shell.run(PowerShell.asShell(script));
        return new Told(shell.commands(), shell.outputs(), shell.env());
    }

    private void set(String prefix, Data context, Map<String, String> variables) {
        if (context instanceof Data.Dict dictionary) {
            dictionary.values().forEach((name, value) -> {
                if (!(value instanceof Data.Dict)) {
                    variables.put(prefix + name.toUpperCase(Locale.ROOT), symbolic.text(value));
                }
            });
        }
    }

    @Override
    public Optional<CompositeAction> composite(String path) {
        return executor.files().action(path);
    }

    @Override
    public void close() {
        Map<String, String> row = new LinkedHashMap<>();
        setup.matrix().forEach((name, value) -> flatten(name, value, row));
        executor.ended(new DryRow(
                setup.job().id(),
                executor.files().lines().of(setup.job()),
                row,
                runner(),
                setup.container().map(it -> symbolic.text(it.image())).filter(image -> !image.isBlank()),
                env,
                steps));
    }

    private void flatten(String path, Data value, Map<String, String> into) {
        if (value instanceof Data.Dict dictionary) {
            dictionary.values().forEach((name, inner) -> flatten(path + "." + name, inner, into));
        } else if (!(value instanceof Data.Arr)) {
            into.put(path, symbolic.text(value));
        }
    }
}
