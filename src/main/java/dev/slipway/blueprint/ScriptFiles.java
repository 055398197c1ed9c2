package dev.slipway.blueprint;

import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.toolchain.Scripts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Moves long scripts out of workflows into files. A file is named after the last of our scripts in the step; another long
 * one in it becomes a file too, which steps share.
 */
final class ScriptFiles {
    /** How many lines a script may have inside a workflow. */
    static final int LONGEST = 40;

    private final Header header;
    private final Map<String, String> scripts = new TreeMap<>();

    ScriptFiles(Header header) {
        this.header = header;
    }

    /** The files of all workflows that were moved, sorted by path. */
    List<ScriptFile> files() {
        return scripts.entrySet().stream()
                .map(file -> new ScriptFile(file.getKey(), header, file.getValue()))
                .toList();
    }

    /** The same workflow, with steps that run files instead of long scripts. */
    Workflow move(Workflow workflow) {
        return workflow.with(workflow.jobs().stream().map(this::move).toList());
    }

    private Job move(Job job) {
        if (!(job instanceof StepsJob own) || !hasPlainLines(own)) {
            return job;
        }
        List<Step> steps = new ArrayList<>();
        for (Step step : own.steps()) {
            Optional<Step> moved = step instanceof Run run ? move(own, run) : Optional.empty();
            if (moved.isPresent() && steps.stream().noneMatch(ScriptFiles::checksOut)) {
                throw new IllegalStateException("job " + job.id() + " has to check out the file that it runs");
            }
            steps.add(moved.orElse(step));
        }
        return own.with(steps);
    }

    /** On Windows, git may check out a script with line ends that bash does not read. */
    private static boolean hasPlainLines(StepsJob job) {
        return job.runsOn().labels().stream()
                .noneMatch(label ->
                        !label.expressions().isEmpty() || label.source().contains("windows"));
    }

    private static boolean checksOut(Step step) {
        return step instanceof Uses uses
                && uses.action().name().equals("actions/checkout")
                && !uses.inputs().containsKey("path");
    }

    /** Only a script with one of ours in it: what a config says is not moved away from where people expect it. */
    private Optional<Step> move(StepsJob job, Run run) {
        String script = run.script().source().stripTrailing();
        if (!isLong(script) || run.workingDirectory().isPresent() || run.shell().isPresent()) {
            return Optional.empty();
        }
        return main(script).map(name -> {
            String path = put(name, job.id(), share(name, script));
            return new Run(run.common(), Text.of("bash " + path), run.shell(), run.workingDirectory());
        });
    }

    private static boolean isLong(String script) {
        return script.lines().count() > LONGEST;
    }

    /** The script of ours that ends last; of two that end together, the longer one. */
    private static Optional<String> main(String script) {
        return Scripts.NAMES.stream()
                .filter(name -> script.contains(Scripts.read(name)))
                .max(Comparator.<String>comparingInt(name -> end(script, Scripts.read(name)))
                        .thenComparingInt(name -> Scripts.read(name).length()));
    }

    private static int end(String script, String part) {
        return script.lastIndexOf(part) + part.length();
    }

    /** The script, with the other long ones in it as files of their own. */
    private String share(String main, String script) {
        String shorter = script;
        for (String name : Scripts.NAMES) {
            String part = Scripts.read(name);
            if (!name.equals(main) && isLong(part) && shorter.contains(part)) {
                scripts.put(path(name), part);
                shorter = shorter.replace(part, ". " + path(name));
            }
        }
        return shorter;
    }

    private String put(String name, String job, String script) {
        boolean taken = !scripts.getOrDefault(path(name), script).equals(script);
        String path = path(taken ? name + "-" + job : name);
        scripts.put(path, script);
        return path;
    }

    private static String path(String name) {
        return Paths.SCRIPTS + name + ".sh";
    }
}
