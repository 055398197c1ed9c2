package dev.slipway.run.dry;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.run.Executor;
import dev.slipway.run.Progress;
import dev.slipway.run.RowSetup;
import dev.slipway.run.Selection;
import dev.slipway.run.Walk;
import dev.slipway.shell.Effort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Answers without doing anything: known actions by their rules, scripts as far as they can be told; all else is open. */
final class DryExecutor implements Executor {
    /** Steps, commands and files of all rows. */
    private static final int MOST = 20_000;

    /** Other workflows whose artifacts are fetched. */
    private static final int OTHERS = 8;

    private final CalledFiles files;
    private final SymbolicTexts symbolic;
    private final Map<String, String> variables;
    private final DryArtifacts artifacts;
    private final Effort effort = new Effort();
    private final List<DryRow> rows = new ArrayList<>();
    private int left = MOST;
    private final Map<StepsJob, DryMachine> jobs = new IdentityHashMap<>();
    private final Map<String, DryArtifacts> others = new HashMap<>();
    private final boolean alone;
    private final Set<Step> taken = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param base what is known of the run */
    DryExecutor(CalledFiles files, SymbolicTexts symbolic, Contexts base) {
        this(files, symbolic, base, false);
    }

    private DryExecutor(CalledFiles files, SymbolicTexts symbolic, Contexts base, boolean alone) {
        this.alone = alone;
        this.files = files;
        this.symbolic = symbolic;
        this.artifacts = new DryArtifacts(symbolic.names().program());
        this.variables = symbolic.variables("GITHUB_", base.values().getOrDefault("github", Data.NULL));
    }

    CalledFiles files() {
        return files;
    }

    SymbolicTexts symbolic() {
        return symbolic;
    }

    Effort effort() {
        return effort;
    }

    DryArtifacts artifacts() {
        return artifacts;
    }

    /** The artifacts of a run of another workflow; none if that fetches some itself, or after too many others. */
    DryArtifacts artifactsOf(String workflow) {
        return alone || others.size() == OTHERS && !others.containsKey(workflow)
                ? new DryArtifacts(Optional.empty())
                : others.computeIfAbsent(workflow, this::walked);
    }

    private DryArtifacts walked(String workflow) {
        return files.workflow(".github/workflows/" + workflow)
                .map(other -> {
                    Contexts known =
                            ReleaseEvent.of(other, symbolic.repository()).get(0).contexts();
                    DryExecutor executor = new DryExecutor(files, symbolic, known, true);
                    new Walk(other, known, executor, Selection.ALL, Progress.NONE).run();
                    return executor.artifacts;
                })
                .orElseGet(() -> new DryArtifacts(Optional.empty()));
    }

    /** The variables of every script. */
    Map<String, String> variables() {
        return variables;
    }

    void takes(Step step) {
        taken.add(step);
    }

    /** The steps that no row of their job comes to. */
    Stream<Skipped> skipped() {
        return jobs.values().stream()
                .map(machine -> machine.skipped(taken))
                .filter(left -> !left.steps().isEmpty())
                .sorted(Comparator.comparing(Skipped::place));
    }

    /** The rows that were walked, in order. */
    List<DryRow> rows() {
        return List.copyOf(rows);
    }

    /** Keeps a row of a matrix, unless the rows so far have reached the limit. */
    void ended(DryRow row) {
        long size = row.steps().size() + row.commands().count() + row.files().size();
        left = (int) Math.max(-1, left - size);
        if (left >= 0) {
            rows.add(row);
        }
    }

    /** A note for a workflow whose rows have reached the limit. */
    Optional<String> leftOut() {
        return left < 0
                ? Optional.of("it has more steps and commands than are followed, so rows of its jobs are left out")
                : Optional.empty();
    }

    @Override
    public boolean complete() {
        return false;
    }

    @Override
    public Row open(RowSetup setup) {
        DryMachine machine = new DryMachine(this, setup);
        jobs.putIfAbsent(setup.job(), machine);
        return machine;
    }

    /** The generator of proofs gives its file the name that it gets. */
    @Override
    public Map<String, Data> outputs(String workflow, Map<String, Data> inputs) {
        Data name = inputs.getOrDefault("provenance-name", Data.NULL);
        boolean usual = name.known() && name.text().isEmpty();
        return workflow.startsWith("slsa-framework/slsa-github-generator/") && !usual
                ? Map.of("provenance-name", name)
                : Map.of();
    }

    @Override
    public Optional<Workflow> workflow(String path) {
        // at another commit, its own repository has the same workflow, as far as that is known here
        String own = symbolic.repository().orElse("") + "/.github/workflows/";
        return files.workflow(path.startsWith(own) ? path.substring(own.indexOf("/.github") + 1) : path);
    }
}
