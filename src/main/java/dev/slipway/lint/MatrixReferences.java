package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.List;
import java.util.Optional;

/** Finds references to matrix columns that no row has. */
final class MatrixReferences implements Rule<WorkflowFile> {
    @Override
    public String id() {
        return "matrix-references";
    }

    @Override
    public String summary() {
        return "'matrix.<name>' is a key of the job's matrix";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        return file.references("matrix").stream()
                .flatMap(found -> check(found.job(), found.site(), found.reference()).stream())
                .toList();
    }

    private static Optional<Problem> check(JobView job, ExpressionSite site, Reference reference) {
        Optional<String> column = reference.name(0);
        if (column.isEmpty()) {
            return Optional.empty();
        }
        if (job.matrix().isEmpty()) {
            return Optional.of(site.problem("job '" + job.id() + "' has no matrix", "write one under 'strategy'"));
        }
        return job.columns()
                .filter(columns -> !job.hasColumn(column.get()))
                .map(columns -> site.problem(
                        "the matrix has no column '" + column.get() + "'",
                        Phrases.meant(column.get(), columns, "columns")));
    }
}
