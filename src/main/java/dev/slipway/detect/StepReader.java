package dev.slipway.detect;

import dev.slipway.shell.Command;
import dev.slipway.shell.Shell;
import dev.slipway.shell.Truth;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows the steps of a job one after another, so that each knows what those before it left.
 *
 * @param file the workflow or the action that they stand in
 * @param values what is known; grows with each step
 */
record StepReader(Tree tree, String file, Values values) {
    private static final int DEEPEST = 3;

    List<Job.Step> read(List<Node> steps) {
        return read(steps, DEEPEST);
    }

    private List<Job.Step> read(List<Node> steps, int depth) {
        List<Job.Step> read = new ArrayList<>();
        for (Node step : steps) {
            if (values.holds(Yaml.text(step, "if").orElse("true")) != Truth.FALSE) {
                read.addAll(step(step, depth));
            }
        }
        return read;
    }

    private List<Job.Step> step(Node step, int depth) {
        Values own = values.copy();
        own.putAll("env.", Yaml.texts(Yaml.entries(step, "env")));
        Map<String, String> with = new LinkedHashMap<>();
        Yaml.texts(Yaml.entries(step, "with")).forEach((name, value) -> with.put(name, own.fill(value)));
        String uses = own.fill(Yaml.text(step, "uses").orElse(""));
        if ((uses.startsWith("./") || uses.startsWith("$/")) && depth > 0) {
            return composite(uses.substring(2), with, step, depth);
        }
        String run = own.fill(Yaml.text(step, "run").orElse(""));
        List<Command> commands = new ArrayList<>(ActionCommands.of(uses.replaceFirst("@.*", ""), with));
        if (!run.isEmpty() && !Yaml.text(step, "shell").orElse("bash").matches("(python|node|perl|ruby).*")) {
            commands.addAll(follow(run, own, Yaml.text(step, "id")));
        }
        Yaml.text(step, "id")
                .ifPresent(id -> ActionCommands.outputs(uses.replaceFirst("@.*", ""), with)
                        .forEach((output, value) -> values.put("steps." + id + ".outputs." + output, value)));
        String name = Yaml.text(step, "name").orElse(uses.isEmpty() ? first(run) : uses);
        return List.of(new Job.Step(own.fill(name), place(step), uses, run, with, commands));
    }

    private String place(Node step) {
        return file + ":" + step.span().start().line();
    }

    private static String first(String run) {
        return run.lines().findFirst().orElse("");
    }

    /** What a script leaves in the environment and in its outputs, later steps know. */
    private List<Command> follow(String run, Values own, Optional<String> id) {
        Map<String, String> variables = new LinkedHashMap<>(own.under("env."));
        own.under("github.")
                .forEach((name, value) -> variables.put(
                        "GITHUB_" + name.toUpperCase(java.util.Locale.ROOT).replace('.', '_'), value));
        Map.of("runner.os", "RUNNER_OS", "runner.arch", "RUNNER_ARCH").forEach((name, variable) -> {
            if (own.under("runner.").containsKey(name.substring("runner.".length()))) {
                variables.put(variable, own.fill("${{ " + name + " }}"));
            }
        });
        Shell shell = new Shell(variables, path -> tree.read(path).map(SourceText::text));
        shell.run(PowerShell.asShell(run));
        shell.env().forEach((name, value) -> values.put("env." + name, value));
        id.ifPresent(step ->
                shell.outputs().forEach((name, value) -> values.put("steps." + step + ".outputs." + name, value)));
        return shell.commands().stream()
                .map(command -> new Command(
                        command.words().stream().map(own::resolved).toList(),
                        own.resolved(command.output()),
                        command.line()))
                .toList();
    }

    /** The steps of an action of the repository, with what it is given. */
    private List<Job.Step> composite(String folder, Map<String, String> with, Node step, int depth) {
        Optional<SourceText> source = tree.read(folder + "/action.yml").or(() -> tree.read(folder + "/action.yaml"));
        Optional<Node> action = source.flatMap(StepReader::parsed);
        if (action.isEmpty()) {
            return List.of();
        }
        Values inner = values.copy();
        Yaml.entries(action.get(), "inputs")
                .forEach((name, input) ->
                        Yaml.text(input, "default").ifPresent(text -> inner.put("inputs." + name, values.fill(text))));
        with.forEach((name, value) -> inner.put("inputs." + name, value));
        List<Job.Step> steps = new StepReader(tree, source.get().name(), inner)
                .read(Yaml.items(action.get(), "runs", "steps"), depth - 1);
        inner.under("env.").forEach((name, value) -> values.put("env." + name, value));
        Yaml.text(step, "id")
                .ifPresent(id -> Yaml.entries(action.get(), "outputs")
                        .forEach((name, output) -> Yaml.text(output, "value")
                                .ifPresent(text -> values.put("steps." + id + ".outputs." + name, inner.fill(text)))));
        return steps;
    }

    private static Optional<Node> parsed(SourceText source) {
        try {
            return Optional.of(YamlReader.read(source));
        } catch (InvalidSource unreadable) {
            return Optional.empty();
        }
    }
}
