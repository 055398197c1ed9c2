package dev.slipway.run.dry;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.run.Executor;
import dev.slipway.run.RowSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers without doing anything: known actions by their rules, scripts as far as they can be told; all else is open. */
final class DryExecutor implements Executor {
    private final CalledFiles files;
    private final SymbolicTexts symbolic;
    private final Data github;
    private final List<DryRow> rows = new ArrayList<>();

    /** @param base what is known of the run */
    DryExecutor(CalledFiles files, SymbolicTexts symbolic, Contexts base) {
        this.files = files;
        this.symbolic = symbolic;
        this.github = base.values().getOrDefault("github", Data.NULL);
    }

    CalledFiles files() {
        return files;
    }

    SymbolicTexts symbolic() {
        return symbolic;
    }

    Data github() {
        return github;
    }

    /** The rows that were walked, in order. */
    List<DryRow> rows() {
        return List.copyOf(rows);
    }

    void ended(DryRow row) {
        rows.add(row);
    }

    @Override
    public boolean complete() {
        return false;
    }

    @Override
    public Row open(RowSetup setup) {
        return new DryMachine(this, setup);
    }

    @Override
    public Optional<Workflow> workflow(String path) {
        return files.workflow(path);
    }
}
