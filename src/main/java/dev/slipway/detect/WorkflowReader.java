package dev.slipway.detect;

import dev.slipway.source.InvalidSource;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads as much of an existing workflow as {@code init} can take over. */
record WorkflowReader(String file, Node document) {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{\\s*([A-Za-z0-9_.-]+)\\s*}}");

    /**
     * Reads a workflow.
     *
     * @throws InvalidSource if it is no YAML
     */
    static Workflow read(SourceText source) {
        return new WorkflowReader(source.name(), YamlReader.read(source)).workflow();
    }

    private Workflow workflow() {
        Map<String, String> env = Yaml.texts(Yaml.entries(document, "env"));
        List<Job> jobs = new ArrayList<>();
        Yaml.entries(document, "jobs")
                .forEach((id, job) -> Matrix.rows(job).forEach(row -> jobs.add(job(id, job, row, env))));
        return new Workflow(
                file,
                Yaml.texts(document, "on", "push", "tags"),
                Yaml.texts(document, "on", "push", "branches"),
                Yaml.at(document, "on", "pull_request").isPresent()
                        || Yaml.texts(document, "on").contains("pull_request"),
                env,
                jobs);
    }

    private static Job job(String id, Node job, Map<String, String> row, Map<String, String> workflowEnv) {
        Map<String, String> known = new LinkedHashMap<>();
        row.forEach((path, value) -> known.put("matrix." + path, value));
        workflowEnv.forEach((name, value) -> known.put("env." + name, value));
        Yaml.texts(Yaml.entries(job, "env")).forEach((name, value) -> known.put("env." + name, fill(value, known)));
        Optional<String> container = Yaml.text(job, "container").or(() -> Yaml.text(job, "container", "image"));
        return new Job(
                id,
                row,
                runner(job)
                        .map(label -> fill(label, known))
                        .filter(label -> !label.contains("${{") && !label.isBlank()),
                container
                        .map(image -> fill(image, known).replaceFirst("^docker://", ""))
                        .filter(image -> !image.isBlank()),
                Yaml.items(job, "steps").stream().map(step -> step(step, known)).toList());
    }

    private static Optional<String> runner(Node job) {
        return Yaml.text(job, "runs-on")
                .or(() -> Yaml.texts(job, "runs-on").stream().findFirst());
    }

    private static Job.Step step(Node step, Map<String, String> outer) {
        Map<String, String> known = new LinkedHashMap<>(outer);
        Yaml.texts(Yaml.entries(step, "env")).forEach((name, value) -> known.put("env." + name, fill(value, known)));
        Map<String, String> with = new LinkedHashMap<>();
        Yaml.texts(Yaml.entries(step, "with")).forEach((name, value) -> with.put(name, fill(value, known)));
        return new Job.Step(
                fill(Yaml.text(step, "uses").orElse(""), known),
                fill(Yaml.text(step, "run").orElse(""), known),
                with);
    }

    /** Replaces the expressions whose value is known; {@code github.ref_name} becomes {@code <tag>}. */
    private static String fill(String text, Map<String, String> known) {
        Matcher matcher = EXPRESSION.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            String value = name.equals("github.ref_name") ? "<tag>" : known.getOrDefault(name, unknown(matcher, known));
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(filled).toString();
    }

    /** A column that this row does not have is empty; without any row, nobody can say. */
    private static String unknown(Matcher expression, Map<String, String> known) {
        boolean column = expression.group(1).startsWith("matrix.");
        boolean hasRow = known.keySet().stream().anyMatch(name -> name.startsWith("matrix."));
        return column && hasRow ? "" : expression.group();
    }
}
