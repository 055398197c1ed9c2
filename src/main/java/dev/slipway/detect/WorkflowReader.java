package dev.slipway.detect;

import dev.slipway.source.InvalidSource;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads as much of an existing workflow as {@code init} can take over: what it would do for a tag.
 *
 * @param tree where scripts, actions and other workflows are that it calls
 * @param repository {@code owner/name}, where it is known
 * @param program what it releases, where that is known
 */
record WorkflowReader(Tree tree, Optional<String> repository, Optional<String> program) {
    private static final int DEEPEST = 3;

    /**
     * Reads a workflow.
     *
     * @throws InvalidSource if it is no YAML
     */
    Workflow read(SourceText source) {
        Node document = YamlReader.read(source);
        Values values = known();
        Map<String, String> env = env(document, values);
        return new Workflow(
                source.name(),
                events(document),
                Yaml.texts(document, "on", "push", "tags"),
                Yaml.texts(document, "on", "push", "branches"),
                env,
                jobs(source.name(), document, values, DEEPEST));
    }

    private Values known() {
        Values values = Values.ofTag(repository);
        program.ifPresent(name -> values.put(Values.PROGRAM, name));
        return values;
    }

    private static Set<String> events(Node document) {
        Set<String> events = new LinkedHashSet<>(Yaml.texts(document, "on"));
        events.addAll(Yaml.entries(document, "on").keySet());
        return events;
    }

    private static Map<String, String> env(Node holder, Values values) {
        Map<String, String> env = new LinkedHashMap<>();
        Yaml.texts(Yaml.entries(holder, "env")).forEach((name, value) -> env.put(name, values.fill(value)));
        env.forEach((name, value) -> values.put("env." + name, value));
        return env;
    }

    private List<Job> jobs(String file, Node document, Values values, int depth) {
        List<Job> jobs = new ArrayList<>();
        Yaml.entries(document, "jobs").forEach((id, job) -> {
            Optional<String> called =
                    Yaml.text(job, "uses").filter(path -> path.startsWith("./") || path.startsWith("$/"));
            if (called.isPresent() && depth > 0) {
                jobs.addAll(called(called.get().substring(2), job, values, depth));
            } else {
                String place = file + ":" + Yaml.line(document, "jobs", id);
                Matrix.rows(job).forEach(row -> jobs.add(job(file, place, id, job, row, values)));
            }
        });
        return jobs;
    }

    /** The jobs of a workflow that a job calls, with what it is given. */
    private List<Job> called(String path, Node caller, Values outer, int depth) {
        return tree.read(path)
                .map(source -> {
                    Node document = parsed(source);
                    Values values = known();
                    Map<String, String> inputs = new LinkedHashMap<>();
                    Yaml.entries(document, "on", "workflow_call", "inputs")
                            .forEach((name, input) ->
                                    Yaml.text(input, "default").ifPresent(text -> inputs.put(name, text)));
                    Yaml.texts(Yaml.entries(caller, "with"))
                            .forEach((name, text) -> inputs.put(name, outer.fill(text)));
                    values.putAll("inputs.", inputs);
                    env(document, values);
                    return jobs(path, document, values, depth - 1);
                })
                .orElse(List.of());
    }

    /** A workflow that cannot be read is reported where it is read for itself. */
    private static Node parsed(SourceText source) {
        try {
            return YamlReader.read(source);
        } catch (InvalidSource unreadable) {
            return YamlReader.read(new SourceText(source.name(), "{}"));
        }
    }

    /** What one job tells later ones stays in the values of all. */
    private Job job(String file, String place, String id, Node job, Map<String, String> row, Values all) {
        Values values = all.copy();
        row.forEach((path, value) -> values.put("matrix." + path, value));
        Optional<String> runner =
                runner(job).map(values::fill).filter(label -> !label.contains("{") && !label.isBlank());
        runner.ifPresent(label -> machine(label, values));
        env(job, values);
        Optional<String> container = Yaml.text(job, "container").or(() -> Yaml.text(job, "container", "image"));
        List<Job.Step> steps = new StepReader(tree, file, values).read(Yaml.items(job, "steps"));
        Yaml.texts(Yaml.entries(job, "outputs"))
                .forEach((name, text) -> all.put("needs." + id + ".outputs." + name, values.fill(text)));
        return new Job(
                id,
                place,
                row,
                runner,
                container
                        .map(image -> values.fill(image).replaceFirst("^docker://", ""))
                        .filter(image -> !image.isBlank()),
                values.under("env."),
                steps);
    }

    private static void machine(String label, Values values) {
        String lower = label.toLowerCase(java.util.Locale.ROOT);
        boolean mac = lower.contains("macos");
        values.put("runner.os", mac ? "macOS" : lower.contains("windows") ? "Windows" : "Linux");
        boolean arm = lower.contains("arm") || mac && !lower.matches(".*(intel|-13|-12|large).*");
        values.put("runner.arch", arm ? "ARM64" : "X64");
    }

    private static Optional<String> runner(Node job) {
        return Yaml.text(job, "runs-on")
                .or(() -> Yaml.texts(job, "runs-on").stream().findFirst())
                .or(() -> Yaml.texts(job, "runs-on", "labels").stream().findFirst());
    }
}
