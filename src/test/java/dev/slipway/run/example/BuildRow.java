package dev.slipway.run.example;

import dev.slipway.blueprint.Drawn;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.read.WorkflowReader;
import dev.slipway.source.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One machine's part of the builds of a release.
 *
 * @param workflow the release workflow that has it, read from its file
 * @param job the job of it
 * @param values the row of the job's matrix; empty if it has none
 */
public record BuildRow(Workflow workflow, StepsJob job, Map<String, String> values) {
    private static final Pattern COMPARISON = Pattern.compile("matrix\\.(\\w+) (==|!=) '(.*)'");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ (.*?) }}");

    /** The rows of each job that builds, in the order of the file. */
    public static List<BuildRow> of(String example, TriedTags tags) {
        Path file = Path.of("generated", example).resolve(tags.workflow());
        Workflow workflow =
                WorkflowReader.read(new SourceText(file.getFileName().toString(), dev.slipway.Examples.read(file)));
        List<BuildRow> rows = new ArrayList<>();
        for (StepsJob job : Drawn.jobs(workflow)) {
            if (builds(job).findAny().isPresent()) {
                List<Map<String, String>> values = Drawn.rows(job);
                (values.isEmpty() ? List.of(Map.<String, String>of()) : values)
                        .forEach(row -> rows.add(new BuildRow(workflow, job, row)));
            }
        }
        return rows;
    }

    /** The word for it in the names of files, or the job if it has none. */
    public String platform() {
        return values.getOrDefault("platform", job.id());
    }

    /** What the build is told to build for, such as a triple; empty if it is told nothing. */
    public String target() {
        return values.getOrDefault(
                "target",
                values.containsKey("platform")
                        ? platform()
                        : builds(job)
                                .map(step -> Drawn.env(step).getOrDefault("TARGET", ""))
                                .findFirst()
                                .orElse(""));
    }

    /** The commands of the step that builds it. */
    public String script() {
        return build().script().source();
    }

    /** The step that builds it. */
    Run build() {
        return builds(job)
                .filter(this::applies)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing builds " + platform()));
    }

    /** Whether a step's condition lets it run for this row. Of conditions, comparisons of the matrix with a word are known. */
    boolean applies(Step step) {
        return step.common().condition().map(Expr::source).map(this::holds).orElse(true);
    }

    private boolean holds(String condition) {
        Matcher found = COMPARISON.matcher(condition);
        if (!found.matches()) {
            throw new IllegalArgumentException("a condition that is no comparison with a word: " + condition);
        }
        boolean same = values.getOrDefault(found.group(1), "").equals(found.group(3));
        return same == found.group(2).equals("==");
    }

    /** The text with the row's values, and the tag, in the places of expressions. */
    String resolve(String text, String tag) {
        return EXPRESSION.matcher(text).replaceAll(found -> {
            String name = found.group(1);
            if (name.startsWith("matrix.")) {
                return Matcher.quoteReplacement(values.getOrDefault(name.substring("matrix.".length()), ""));
            }
            if (name.equals("github.ref_name") || name.equals("needs.version.outputs.tag")) {
                return Matcher.quoteReplacement(tag);
            }
            throw new IllegalArgumentException("nobody knows the value of " + name);
        });
    }

    /** Whether Cargo builds it, alone or behind another program. */
    boolean isRust() {
        return script().contains("--bin ");
    }

    /** The row with this machine's own triple in the place of the target; only rows of Rust have triples. */
    BuildRow on(Machine machine) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.computeIfPresent(values.containsKey("target") ? "target" : "platform", (key, old) -> machine.triple());
        changed.remove("glibc");
        return new BuildRow(workflow, job, changed);
    }

    /** What keeps a machine from building it, such as {@code Rust's library for …}; empty if nothing does. */
    public Optional<String> missing(Machine machine) {
        String runner = values.getOrDefault("runner", String.join(" ", Drawn.runners(job)));
        return runner.contains("ubuntu") ? missingTool(machine) : Optional.of("machine such as " + runner);
    }

    /** The same, whatever system the job is for. */
    Optional<String> missingTool(Machine machine) {
        return needs(machine).filter(need -> !need.there()).map(Need::name).findFirst();
    }

    private record Need(String name, boolean there) {}

    private Stream<Need> needs(Machine machine) {
        if (isRust()) {
            return Stream.concat(
                    programs(
                            machine,
                            "cargo",
                            linker(machine),
                            values.containsKey("glibc") ? "cargo-zigbuild" : "cargo"),
                    Stream.of(new Need(
                            "Rust's library for " + target(),
                            machine.rustTargets().test(target()))));
        }
        if (script().startsWith("mvn ") || script().startsWith("./gradlew ")) {
            String own = machine.processor().equals("x86_64") ? "linux-amd64" : "linux-arm64";
            return Stream.concat(
                    programs(
                            machine,
                            script().startsWith("mvn ") ? "mvn" : "javac",
                            script().contains("-Pnative") ? "native-image" : "jlink"),
                    Stream.of(new Need("processor for " + platform(), platform().equals(own))));
        }
        if (script().startsWith("autoreconf ")) {
            return programs(machine, "autoreconf", "automake", "make", target() + "-gcc");
        }
        return script().contains("\nmake ") ? programs(machine, "make", target() + "-gcc") : programs(machine, "go");
    }

    private static Stream<Need> programs(Machine machine, String... names) {
        return Stream.of(names).map(name -> new Need(name, machine.has(name)));
    }

    private String linker(Machine machine) {
        String variable =
                "CARGO_TARGET_" + target().toUpperCase(java.util.Locale.ROOT).replace('-', '_') + "_LINKER";
        String own = target().startsWith(machine.processor() + "-unknown-linux") ? "cc" : target() + "-gcc";
        return Drawn.plain(job.env()).getOrDefault(variable, own);
    }

    /** The steps that build, whatever they build with. */
    private static Stream<Run> builds(StepsJob job) {
        return job.steps().stream()
                .filter(Run.class::isInstance)
                .map(Run.class::cast)
                .filter(BuildRow::isBuild);
    }

    static boolean isBuild(Run step) {
        return name(step).equals("Build")
                || name(step).equals("Add a Java runtime")
                || name(step).startsWith("Build with ");
    }

    static String name(Run step) {
        return step.common().name().map(text -> text.source()).orElse("");
    }
}
