package dev.slipway.blueprint;

import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.plan.BuildGroup;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Scripts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Moves long scripts out of a workflow into files. A file is named after the last long script of ours in the step, else
 * after the step; another long one in it becomes a file too, which steps share.
 */
final class ScriptFiles {
    /** How many lines a script may have inside a workflow. */
    static final int LONGEST = 40;

    private final String folder;
    private final Header header;
    private final Set<String> kept;
    private final Map<String, String> scripts = new TreeMap<>();

    /**
     * @param folder the folder of the files, as the beginning of a path
     * @param kept the jobs that run what a config says, on any system; only scripts of ours move out of them
     */
    ScriptFiles(String folder, Header header, Set<String> kept) {
        this.folder = folder;
        this.header = header;
        this.kept = kept;
    }

    static ScriptFiles of(ReleasePlan plan, Header header) {
        Set<String> kept = new HashSet<>(plan.hatches().ids());
        Stream.concat(plan.groups().stream(), plan.generator().stream())
                .map(BuildGroup::job)
                .forEach(kept::add);
        return new ScriptFiles(plan.project().paths().scripts(), header, kept);
    }

    /** The files of what was moved, sorted by path. */
    List<ScriptFile> files() {
        List<ScriptFile> files = new ArrayList<>();
        scripts.forEach((path, script) -> files.add(new ScriptFile(path, header, script)));
        return files;
    }

    /** The same workflow, with steps that run files instead of long scripts. */
    Workflow move(Workflow workflow) {
        return workflow.with(workflow.jobs().stream().map(this::move).toList());
    }

    private Job move(Job job) {
        if (!(job instanceof StepsJob own)) {
            return job;
        }
        List<Step> steps = new ArrayList<>();
        for (Step step : own.steps()) {
            if (!(step instanceof Run run)
                    || !isLong(run.script().source())
                    || kept.contains(job.id()) && last(run).isEmpty()) {
                steps.add(step);
            } else {
                steps.add(move(own, run, sources(own, steps)));
            }
        }
        return own.with(steps);
    }

    /** The folder that the job has checked the repository out to, as the begin of a path. */
    private static String sources(StepsJob job, List<Step> before) {
        for (Step step : before) {
            if (step instanceof Uses uses && uses.action().name().equals("actions/checkout")) {
                return uses.inputs().containsKey("path") ? Steps.REPOSITORY + "/" : "";
            }
        }
        throw new IllegalStateException("job " + job.id() + " must check out the file that it runs");
    }

    private Run move(StepsJob job, Run run, String sources) {
        String script = run.script().source().stripTrailing();
        String name =
                last(run).orElseGet(() -> slug(run.common().name().orElseThrow().source()));
        String path = put(name, job.id(), share(name, script, sources));
        return new Run(run.common(), Text.of("bash " + sources + path), run.shell(), run.workingDirectory());
    }

    /** The last long script of ours in a step. */
    private static Optional<String> last(Run run) {
        String script = run.script().source();
        return Ours.LONG.stream()
                .filter(name -> script.contains(Scripts.read(name)))
                .max(Comparator.comparingInt(name -> script.lastIndexOf(Scripts.read(name))));
    }

    private static boolean isLong(String script) {
        int feeds = 0;
        int at = script.indexOf('\n');
        while (at >= 0 && at < script.length() - 1 && feeds < LONGEST) {
            feeds++;
            at = script.indexOf('\n', at + 1);
        }
        return feeds == LONGEST;
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** The script, with the other long ones in it as files of their own. */
    private String share(String main, String script, String sources) {
        String shorter = script;
        for (String name : Ours.LONG) {
            String part = Scripts.read(name);
            if (!name.equals(main) && shorter.contains(part)) {
                scripts.put(path(name), part);
                String hint = sources.isEmpty() ? "" : "# shellcheck source=" + path(name) + "\n";
                shorter = shorter.replace(part, hint + ". " + sources + path(name));
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

    /** Apart, since most workflows have no long step, and then no script has to be read to count its lines. */
    private static final class Ours {
        private static final List<String> LONG = Scripts.longerThan(LONGEST);
    }

    private String path(String name) {
        return folder + name + ".sh";
    }
}
