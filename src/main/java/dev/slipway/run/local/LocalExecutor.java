package dev.slipway.run.local;

import dev.slipway.model.expression.Data;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.read.WorkflowReader;
import dev.slipway.run.Executor;
import dev.slipway.run.RowSetup;
import dev.slipway.run.local.machine.Machine;
import dev.slipway.run.local.machine.PlainPrograms;
import dev.slipway.run.local.site.Site;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Runs the steps of a workflow on this machine. Actions that are {@code skipped} are passed over; if there are to be no
 * {@code containers}, this machine stands in for them. Rows that were {@code built} elsewhere are not run. Every line that a
 * step prints goes to {@code output}. With {@code onlyHere}, rows for other machines are left out.
 */
final class LocalExecutor implements Executor {
    private final Site site;
    private final PlainPrograms programs;
    private final Set<String> skipped;
    private final boolean containers;
    private final BuiltElsewhere built;
    private final Data.Dict github;
    private final boolean onlyHere;
    private final Consumer<String> output;
    private final Map<String, Integer> started = new HashMap<>();

    LocalExecutor(
            Site site,
            PlainPrograms programs,
            Set<String> skipped,
            boolean containers,
            BuiltElsewhere built,
            Data.Dict github,
            boolean onlyHere,
            Consumer<String> output) {
        this.site = site;
        this.programs = programs;
        this.skipped = Set.copyOf(skipped);
        this.containers = containers;
        this.built = built;
        this.github = github;
        this.onlyHere = onlyHere;
        this.output = output;
    }

    Site site() {
        return site;
    }

    PlainPrograms programs() {
        return programs;
    }

    Set<String> skipped() {
        return skipped;
    }

    boolean containers() {
        return containers;
    }

    /** What every job knows of the run. */
    Data.Dict github() {
        return github;
    }

    boolean onlyHere() {
        return onlyHere;
    }

    Consumer<String> output() {
        return output;
    }

    /** A name for the folders of one run of a job: called workflows may have jobs of the same id. */
    synchronized String unique(String job) {
        return job + "-" + started.merge(job, 1, Integer::sum);
    }

    @Override
    public Optional<String> leavesOut(RowSetup setup) {
        if (!onlyHere || built.has(setup)) {
            return Optional.empty();
        }
        Machine asked = Machine.of(setup.runner(), site.host());
        return asked.simulated()
                .map(simulated ->
                        "it runs on " + String.join(", ", setup.runner()) + ", but this machine is " + site.host());
    }

    @Override
    public boolean passesOver(String path) {
        Optional<String> named = Optional.of(repository(path)).filter(skipped::contains);
        named.ifPresent(name -> site.notes().standIn(path + ": skipped by --skip-action"));
        return named.isPresent();
    }

    /** {@code owner/name} of a path that begins with it; empty if the path is one of this repository. */
    private static String repository(String path) {
        int folder = path.indexOf("/.github/workflows/");
        return folder < 0 ? "" : path.substring(0, folder);
    }

    @Override
    public Row open(RowSetup setup) {
        if (built.has(setup)) {
            return new ElsewhereRow(site, built, setup);
        }
        try {
            return LocalRow.open(this, setup);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Workflow> workflow(String called) {
        String repository = repository(called);
        boolean own = repository.equalsIgnoreCase(site.repository());
        if (!own && !repository.isEmpty()) {
            throw new Unavailable(
                    "the workflow " + called + " is in another repository, and a rehearsal does not download it: "
                            + "to skip it, add --skip-action " + repository);
        }
        if (own) {
            site.notes().standIn(called + ": read from the rehearsed commit");
        }
        String path = own ? called.substring(repository.length() + 1) : called;
        List<String> lines;
        try {
            lines = new Git(site.origin(), site.plainEnvironment()).lines("cat-file", "blob", site.sha() + ":" + path);
        } catch (IOException none) {
            throw new Unavailable("the commit has no workflow '" + path + "'");
        }
        try {
            return Optional.of(WorkflowReader.read(new SourceText(path, String.join("\n", lines) + "\n")));
        } catch (InvalidSource unreadable) {
            throw new Unavailable("the workflow '" + path + "' cannot be read: " + unreadable.getMessage());
        }
    }
}
