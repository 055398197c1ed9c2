package dev.slipway.run.dry;

import dev.slipway.model.expression.Data;
import dev.slipway.model.workflow.Parallel;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.powershell.PowerShell;
import dev.slipway.read.CompositeAction;
import dev.slipway.run.Executor;
import dev.slipway.run.Result;
import dev.slipway.run.RowSetup;
import dev.slipway.run.StepOutcome;
import dev.slipway.run.StepSetup;
import dev.slipway.shell.Command;
import dev.slipway.shell.CompilerVariables;
import dev.slipway.shell.FileCommands;
import dev.slipway.shell.Made;
import dev.slipway.shell.Shell;
import dev.slipway.shell.Symbols;
import dev.slipway.shell.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The machine that a row would run on: notes what it is asked to do. */
final class DryMachine implements Executor.Row {
    /** Shells of virtual machines with another system than their runner. */
    private static final String ELSEWHERE = "(?:[a-z]{0,20}bsd|solaris|omnios|openindiana|haiku|cpa\\.sh)\\b.*";

    /** Shells whose scripts are of another language. */
    private static final String FOREIGN = "(python|node|perl|ruby).*";

    private final DryExecutor executor;
    private final RowSetup setup;
    private final SymbolicTexts symbolic;
    private final Optional<String> runner;
    private final Data machine;
    private final List<DryStep> steps = new ArrayList<>();
    private final Map<String, String> env = new LinkedHashMap<>();
    private final ShownTexts shown;
    private final String key;
    private final Tree tree;
    private final Cleanup cleanup = new Cleanup();
    /** The folder that the repository is checked out into; empty for the workspace. */
    private String checkout = "";

    DryMachine(DryExecutor executor, RowSetup setup) {
        this.executor = executor;
        this.setup = setup;
        this.symbolic = executor.symbolic();
        this.shown = new ShownTexts(symbolic);
        this.key = executor.files().lines().of(setup.job()) + "#" + setup.number();
        this.tree = new Tree(key, Map.of(), executor.effort());
        this.runner = setup.runner().stream()
                .findFirst()
                .map(symbolic::text)
                .map(symbolic::shown)
                .filter(label -> !label.contains("{") && !label.isBlank());
        this.machine =
                runner.map(label -> (Data) new Data.Dict(machine(label), false)).orElse(Data.NULL);
    }

    @Override
    public Map<String, Data> contexts() {
        return runner.isPresent() ? Map.of("runner", machine) : Map.of();
    }

    private static Map<String, Data> machine(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        boolean mac = lower.contains("macos");
        boolean arm = lower.contains("arm") || mac && !lower.matches(".*(intel|-13|-12|large).*");
        return Map.of(
                "os", Data.of(mac ? "macOS" : lower.contains("windows") ? "Windows" : "Linux"),
                "arch", Data.of(arm ? "ARM64" : "X64"));
    }

    private boolean windows() {
        return runner.filter(label -> label.toLowerCase(Locale.ROOT).contains("windows"))
                .isPresent();
    }

    @Override
    public Map<String, Function<List<Data>, Data>> functions() {
        return Map.of();
    }

    @Override
    public StepOutcome run(StepSetup step) {
        if (executor.leftOut().isPresent()) {
            return new StepOutcome(Result.SUCCESS, "", symbolic.values(Map.of()), symbolic.values(Map.of()));
        }
        Map<String, String> inputs = symbolic.texts(step.inputs());
        String uses = step.step() instanceof Uses some ? some.action().source() : "";
        String action = step.step() instanceof Uses some ? some.action().name() : "";
        if (RetriedAction.is(uses, inputs)) {
            uses = RetriedAction.uses(inputs);
            action = uses.replaceFirst("@.*+", "");
            inputs = RetriedAction.inputs(inputs);
        }
        if (RustBinaryUpload.is(action)) {
            inputs = RustBinaryUpload.on(Shell.host(known("bash")), inputs, symbolic.texts(step.env()));
        }
        Map<String, String> variables = symbolic.texts(step.env());
        String script = action.isEmpty() ? symbolic.text(step.script()) : KnownActions.script(action, inputs);
        cleanup.comes(script, tree);
        StepEffects known = !action.isEmpty() && script.isEmpty()
                ? KnownActions.effects(action, inputs, windows())
                        .with(CompilerVariables.of(variables, action))
                        .leaving(KnownActions.environment(action, inputs, variables))
                : followed(script, step.shell(), variables, step.folder(), tree);
        known = known.with(own(step.step(), script, known, variables));
        if (!action.isEmpty() && script.isEmpty()) {
            known.commands().forEach(new FileCommands(tree)::started);
            hands(action, inputs);
            checksOut(action, inputs);
        }
        executor.takes(step.step());
        steps.add(noted(step.step(), uses, name(step), script, inputs, variables, known));
        variables.keySet().removeAll(step.step().common().env().keySet());
        env.putAll(variables);
        env.putAll(known.env());
        return new StepOutcome(
                Result.SUCCESS, known.unread(), symbolic.values(known.outputs()), symbolic.values(known.env()));
    }

    /** The variables that a step sets, without those that its scripts read themselves: what they start is meant to get them. */
    private Map<String, String> own(Step step, String script, StepEffects known, Map<String, String> variables) {
        Map<String, String> own = new LinkedHashMap<>();
        if (step.common().env().isEmpty()) {
            return own;
        }
        List<String> scripts = Stream.concat(
                        Stream.of(script), known.commands().stream().flatMap(this::scripts))
                .distinct()
                .toList();
        step.common().env().keySet().stream()
                .filter(name -> Stream.of("$" + name, "${" + name, "$env:" + name)
                        .noneMatch(use -> scripts.stream().anyMatch(text -> text.contains(use))))
                .forEach(name -> own.put(name, variables.getOrDefault(name, "")));
        return own;
    }

    /** The texts of scripts of the repository that a command starts. */
    private Stream<String> scripts(Command command) {
        return command.words().stream()
                .limit(2)
                .filter(word -> word.contains("/") || word.endsWith(".sh"))
                .flatMap(word -> executor.files().text(Tree.path(command.folder(), word)).stream());
    }

    private void hands(String action, Map<String, String> inputs) {
        if (action.equals("actions/upload-artifact")) {
            executor.artifacts().upload(inputs, tree, key);
        } else if (action.equals("actions/download-artifact")) {
            executor.artifacts().download(inputs, tree);
        } else if (action.equals("dawidd6/action-download-artifact") && !inputs.containsKey("repo")) {
            executor.artifactsOf(inputs.getOrDefault("workflow", "")).fetch(inputs, tree);
        }
    }

    private DryStep noted(
            Step step,
            String uses,
            String name,
            String script,
            Map<String, String> inputs,
            Map<String, String> variables,
            StepEffects known) {
        Map<String, String> with = new LinkedHashMap<>();
        inputs.forEach((input, text) -> with.put(input, shown.of(text)));
        Map<String, String> seen = new LinkedHashMap<>();
        variables.forEach((variable, text) -> seen.put(variable, Symbols.settled(symbolic.shown(text))));
        return new DryStep(
                shown.of(name),
                executor.files().lines().of(step),
                uses,
                executor.files().lines().version(step),
                shown.of(script),
                with,
                seen,
                known.commands().stream().map(shown::of).toList(),
                new GivenSecrets(setup.job()).of(step),
                new GivenSecrets(setup.job()).token(step, setup.permissions()));
    }

    private String name(StepSetup step) {
        boolean named = step.step().common().name().isPresent();
        return symbolic.text(named ? step.name() : step.name().replaceFirst("^Run ", ""));
    }

    private void checksOut(String action, Map<String, String> inputs) {
        if (action.equals("actions/checkout") && !inputs.containsKey("repository")) {
            checkout = Tree.path("", inputs.getOrDefault("path", ""));
        }
    }

    private StepEffects followed(
            String script, Optional<String> shell, Map<String, String> env, String folder, Tree tree) {
        if (script.isEmpty()) {
            return StepEffects.NOTHING;
        }
        Optional<String> foreign =
                shell.filter(name -> name.matches(FOREIGN)).map(name -> name.replaceFirst(" .*", ""));
        if (foreign.isPresent()) { // its script may do anything
            Command command = new Command(List.of(foreign.get()), "", 1, folder, Map.of());
            return new StepEffects(List.of(command), Map.of(), Map.of(), Map.of());
        }
        Map<String, String> variables = new LinkedHashMap<>(env);
        variables.putAll(executor.variables());
        variables.putAll(known(shell.orElse("bash")));
        return executor.files().scripts().follow(asShell(script, shell), variables, folder, checkout, tree);
    }

    /** What the runner says of itself; a shell of the workflow's own may be one of another machine. */
    private Map<String, String> known(String shell) {
        if (shell.matches(ELSEWHERE)) {
            return Map.of();
        }
        Map<String, String> known = new LinkedHashMap<>(symbolic.variables("RUNNER_", machine));
        boolean plain = setup.container().isEmpty() && shell.matches("(?:bash|sh|pwsh)\\b.*");
        runner.filter(label -> plain && label.matches("ubuntu-(?:latest|[0-9.]{5})(?:-arm)?"))
                .ifPresent(label -> known.put("ImageOS", "ubuntu" + Symbols.UNKNOWN));
        return known;
    }

    /** A script in the words of a shell; without a name, Windows starts PowerShell. */
    private String asShell(String script, Optional<String> shell) {
        if (shell.filter(name -> name.startsWith("cmd")).isPresent()) {
            return PowerShell.withPaths(script);
        }
        boolean own = shell.map(name -> name.matches("(?:pwsh|powershell)\\b.*"))
                .orElseGet(() -> windows() || runner.isEmpty() && PowerShell.is(script));
        return own ? PowerShell.asShell(script, Symbols.all()) : script;
    }

    @Override
    public Optional<CompositeAction> composite(String path) {
        return executor.files().action(path);
    }

    /** The steps of the job without those that are taken. */
    Skipped skipped(Set<Step> taken) {
        return new Skipped(
                setup.job().id(),
                executor.files().lines().of(setup.job()),
                all(setup.job().steps(), new HashSet<>())
                        .filter(step -> !taken.contains(step))
                        .flatMap(this::left)
                        .toList());
    }

    /**
     * Those that the row could come to, with those of the repository's own actions.
     *
     * @param seen the folders of the actions that were looked at: the steps of an action are reported once
     */
    private Stream<Step> all(List<Step> some, Set<String> seen) {
        return some.stream().flatMap(step -> {
            if (step instanceof Parallel parallel) {
                return all(parallel.steps(), seen);
            }
            boolean own = step instanceof Uses uses && uses.action().name().matches("[.$]/.*");
            if (!own) {
                return Stream.of(step);
            }
            String folder = ((Uses) step).action().name().substring(2);
            return executor.files()
                    .action(folder)
                    .map(action -> seen.add(folder) ? all(action.steps(), seen) : Stream.<Step>of())
                    .orElseGet(() -> Stream.of(step));
        });
    }

    /** A step that no row comes to: what it would do is reported separately. */
    private Stream<DryStep> left(Step step) {
        if (step instanceof Uses uses) {
            Map<String, String> inputs = new LinkedHashMap<>();
            uses.inputs().forEach((name, value) -> inputs.put(name, symbolic.text(setup.value(value))));
            StepEffects known = KnownActions.effects(uses.action().name(), inputs, windows());
            return Stream.of(noted(
                    step, uses.action().source(), name(step, uses.action().source()), "", inputs, Map.of(), known));
        }
        if (step instanceof Run run) {
            String script = symbolic.text(run.script().source());
            StepEffects known = followed(
                    script, run.shell().map(Text::source), Map.of(), "", new Tree(key, Map.of(), executor.effort()));
            return Stream.of(noted(step, "", name(step, script), script, Map.of(), Map.of(), known));
        }
        return Stream.of();
    }

    private String name(Step step, String otherwise) {
        return step.common()
                .name()
                .map(Text::source)
                .map(symbolic::text)
                .orElse(otherwise)
                .stripLeading()
                .lines()
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        Map<String, String> row = new LinkedHashMap<>();
        setup.matrix().forEach((name, value) -> flatten(name, value, row));
        Map<String, String> variables = new LinkedHashMap<>();
        env.forEach((name, text) -> variables.put(name, shown.of(text)));
        Map<String, Made> files = new LinkedHashMap<>();
        cleanup.files(tree).forEach((path, made) -> files.put(shown.of(path), shown.of(made)));
        SortedSet<String> paths = new TreeSet<>();
        tree.paths().forEach(path -> paths.add(shown.of(path)));
        executor.ended(new DryRow(
                setup.job().id(),
                executor.files().lines().of(setup.job()),
                row,
                runner,
                setup.container().map(it -> shown.of(symbolic.text(it.image()))).filter(image -> !image.isBlank()),
                variables,
                steps,
                key,
                files,
                paths,
                shown.guessed(),
                checkout));
    }

    private void flatten(String path, Data value, Map<String, String> into) {
        if (value instanceof Data.Dict dictionary) {
            dictionary.values().forEach((name, inner) -> flatten(path + "." + name, inner, into));
        } else if (!(value instanceof Data.Arr)) {
            into.put(path, shown.of(symbolic.text(value)));
        }
    }
}
