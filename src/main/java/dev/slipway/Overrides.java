package dev.slipway;

import dev.slipway.blueprint.Blueprint;
import dev.slipway.blueprint.ScriptFile;
import dev.slipway.files.TemplateFolder;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.render.Renderer;
import dev.slipway.render.TemplateFault;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Position;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import dev.slipway.source.Span;
import dev.slipway.source.Suggestion;
import dev.slipway.toolchain.Scripts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A project's own templates and scripts, which replace ours of the same name.
 *
 * @param texts by their names, such as {@code workflow.yml.ftl} and {@code scripts/package.sh}
 */
public record Overrides(Map<String, String> texts) {
    /** Ours alone. */
    public static final Overrides NONE = new Overrides(Map.of());

    private static final String RULE = "template";
    private static final String SCRIPTS = "scripts/";
    private static final String SHELL = ".sh";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String OURS = "remove the file to have Slipway's own again";

    public Overrides {
        Map<String, String> plain = new TreeMap<>(texts);
        plain.replaceAll((name, text) -> text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        texts = Collections.unmodifiableMap(plain);
    }

    /** The files that replace ours, as paths in the repository. */
    public List<String> paths() {
        return texts.keySet().stream().map(Overrides::path).toList();
    }

    private static String path(String name) {
        return TemplateFolder.PATH + "/" + name;
    }

    /** @throws InvalidSource for a file that replaces nothing, or a script that GitHub would expand expressions in, or that no file can hold */
    void check() {
        for (String name : texts.keySet()) {
            List<String> known = new ArrayList<>(Renderer.TEMPLATES);
            Scripts.NAMES.forEach(it -> known.add(SCRIPTS + it + SHELL));
            if (!known.contains(name)) {
                throw fault(
                        name,
                        Span.START.start(),
                        "there is no template '" + name + "'",
                        Suggestion.nearest(name, known)
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("the templates are " + String.join(", ", Renderer.TEMPLATES)
                                        + ", and the scripts that steps run, in 'scripts'"));
            }
            if (name.startsWith(SCRIPTS)) {
                checkScript(name);
            }
        }
    }

    private void checkScript(String name) {
        checkLineEnds(name, texts.getOrDefault(name, ""));
        List<String> lines = new SourceText(path(name), texts.getOrDefault(name, "")).lines();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(line)) {
                throw fault(name, new Position(i + 1, 1), "this line cannot be written as UTF-8", OURS);
            }
            int at = line.indexOf("${{");
            if (at >= 0) {
                throw fault(
                        name,
                        new Position(i + 1, line.codePointCount(0, at) + 1),
                        "a script cannot hold an expression '${{ … }}'",
                        "read the value from an environment variable, or " + OURS);
            }
        }
    }

    private void checkLineEnds(String name, String text) {
        String plain = text.replace("\r\n", "\n");
        int at = plain.indexOf('\r');
        if (at >= 0) {
            int start = plain.lastIndexOf('\n', at) + 1;
            int before = (int) plain.substring(0, start).lines().count();
            throw fault(
                    name,
                    new Position(before + 1, plain.codePointCount(start, at) + 1),
                    "the script has a carriage return (U+000D) without a line feed",
                    "end lines with a line feed, or with both");
        }
    }

    private static Optional<String> script(String name) {
        boolean named = name.startsWith(SCRIPTS) && name.endsWith(SHELL);
        return Optional.of(name).filter(it -> named && Scripts.exists(scriptName(it)));
    }

    private static String scriptName(String file) {
        return file.substring(SCRIPTS.length(), file.length() - SHELL.length());
    }

    Renderer renderer() {
        return Renderer.withOverrides(name -> Optional.ofNullable(texts.get(name)));
    }

    /** What is wrong with a template, at its place. */
    InvalidSource fault(TemplateFault fault) {
        return fault(
                fault.template(),
                new Position(fault.line(), fault.column()),
                String.valueOf(fault.getMessage()),
                fault.help().isEmpty() ? OURS : fault.help() + ", or " + OURS);
    }

    /** Whether a template is the project's. */
    boolean has(String template) {
        return texts.containsKey(template);
    }

    private InvalidSource fault(String name, Position place, String message, String help) {
        SourceText source = new SourceText(path(name), texts.getOrDefault(name, ""));
        Finding finding = new Finding(RULE, Severity.ERROR, path(name), new Span(place, 1), message, help);
        return new InvalidSource(source, List.of(finding));
    }

    /**
     * The same with the project's scripts in place of ours.
     *
     * @throws InvalidSource for a script that no step runs as it is: the file would change nothing, and nobody would know
     */
    Blueprint apply(Blueprint blueprint) {
        if (texts.isEmpty()) {
            return blueprint;
        }
        List<String> scripts = scripts(blueprint).toList();
        for (String name : texts.keySet()) {
            Optional<String> ours = script(name).map(it -> Scripts.read(scriptName(it)));
            if (ours.isPresent() && scripts.stream().noneMatch(text -> text.contains(ours.get()))) {
                throw fault(
                        name,
                        Span.START.start(),
                        "this file changes nothing: no step runs the script '" + name + "' as Slipway ships it",
                        "remove the file");
            }
        }
        return texts.keySet().stream().noneMatch(name -> script(name).isPresent())
                ? blueprint
                : new Blueprint(
                        apply(blueprint.release()),
                        blueprint.ci().map(this::apply),
                        blueprint.image(),
                        blueprint.scripts().stream()
                                .map(file -> file.with(apply(file.script())))
                                .toList(),
                        blueprint.packages(),
                        blueprint.page());
    }

    private static Stream<String> scripts(Blueprint blueprint) {
        Stream<String> ofSteps = Stream.concat(Stream.of(blueprint.release()), blueprint.ci().stream())
                .flatMap(workflow -> workflow.jobs().stream())
                .flatMap(job -> job instanceof StepsJob own ? own.steps().stream() : Stream.of())
                .flatMap(step -> ours(step).stream())
                .map(run -> run.script().source());
        return Stream.concat(ofSteps, blueprint.scripts().stream().map(ScriptFile::script));
    }

    /** A step whose script can be one of ours. */
    private static Optional<Run> ours(Step step) {
        return step instanceof Run run && run.script().expressions().isEmpty() ? Optional.of(run) : Optional.empty();
    }

    private Workflow apply(Workflow workflow) {
        return workflow.with(workflow.jobs().stream().map(this::apply).toList());
    }

    private Job apply(Job job) {
        return job instanceof StepsJob own
                ? own.with(own.steps().stream().map(this::apply).toList())
                : job;
    }

    private Step apply(Step step) {
        return ours(step).<Step>map(this::apply).orElse(step);
    }

    private Run apply(Run run) {
        String script = apply(run.script().source());
        boolean single = !script.strip().contains("\n");
        return new Run(run.common(), Text.of(single ? script.strip() : script), run.shell(), run.workingDirectory());
    }

    private String apply(String before) {
        String script = before;
        for (Map.Entry<String, String> own : texts.entrySet()) {
            if (script(own.getKey()).isPresent()) {
                script = script.replace(
                        Scripts.read(scriptName(own.getKey())),
                        own.getValue().replace("\r\n", "\n").stripTrailing());
            }
        }
        return script;
    }
}
