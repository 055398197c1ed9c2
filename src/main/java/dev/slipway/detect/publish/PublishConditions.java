package dev.slipway.detect.publish;

import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.StepsJob;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds under which conditions a job publishes, beyond those that every release meets. */
final class PublishConditions {
    /** What holds for each release of a repository, also in the workflow that dist writes. */
    private static final Pattern USUAL = Pattern.compile(
            "(?:[\\s!()&|]|startsWith\\(github\\.ref(?:_name)?,\\s*'[^']*'\\)|startsWith\\(github\\.event\\.ref,\\s*'[^']*'\\)"
                    + "|github\\.(?:event_name|repository|repository_owner|ref_type)\\s*[!=]=\\s*'[^']*'"
                    + "|needs\\.[\\w-]++\\.result\\s*[!=]=\\s*'[^']*'"
                    + "|needs\\.plan\\.outputs\\.publishing\\s*==\\s*'true'"
                    + "|fromJson\\(needs\\.plan\\.outputs\\.val\\)\\.ci\\.github\\."
                    + "(?:artifacts_matrix\\.include\\s*!=\\s*null|pr_run_mode\\s*==\\s*'[^']*')"
                    + "|(?:success|always|cancelled|failure)\\(\\))*+");

    private static final Pattern BRANCHES = Pattern.compile("\\[\\[?\\s|\\bcase\\b|\\bif\\s");

    private PublishConditions() {}

    /**
     * The conditions as they are written, joined; empty if there are none.
     *
     * @param id the job
     * @param command a word of the scripts that publish
     */
    static Optional<String> of(ExistingWorkflow workflow, String id, String command) {
        Set<String> found = new LinkedHashSet<>();
        workflow.run().workflow().jobs().stream()
                .filter(job -> job.id().equals(id))
                .forEach(job -> {
                    ofJob(job, found, new HashSet<>());
                    steps(job).forEach(step -> ofStep(step, command, found));
                });
        return found.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", found));
    }

    private static Stream<Step> steps(Job job) {
        return job instanceof StepsJob some ? some.steps().stream() : Stream.of();
    }

    /** A job is skipped with those that it needs. */
    private static void ofJob(Job job, Set<String> found, Set<String> seen) {
        if (seen.add(job.id())) {
            job.condition().flatMap(PublishConditions::special).ifPresent(found::add);
            job.needs().forEach(needed -> ofJob(needed, found, seen));
        }
    }

    private static void ofStep(Step step, String command, Set<String> found) {
        if (step instanceof Run run && run.script().source().contains(command)) {
            run.common().condition().flatMap(PublishConditions::special).ifPresent(found::add);
            if (BRANCHES.matcher(run.script().source()).find()) {
                found.add("a condition in its script");
            }
        }
    }

    private static Optional<String> special(Expr<Boolean> condition) {
        String text = condition.source().strip();
        return USUAL.matcher(text).matches() ? Optional.empty() : Optional.of("'if: " + text + "'");
    }
}
