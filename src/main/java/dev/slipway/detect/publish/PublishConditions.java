package dev.slipway.detect.publish;

import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.model.workflow.CallJob;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Value;
import dev.slipway.run.dry.DryRow;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
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

    /** Inputs that decide whether a workflow publishes. */
    private static final Pattern PUBLISHING = Pattern.compile("(?i)dry[-_]?run|publish|pre-?release|skip");

    private static final Pattern BRANCHES = Pattern.compile("\\[\\[?\\s|\\bcase\\b|\\bif\\s");

    private PublishConditions() {}

    /**
     * The conditions as they are written, joined; empty if there are none.
     *
     * @param row the job, which may be one of a workflow that is called
     * @param command a word of the scripts that publish
     */
    static Optional<String> of(ExistingWorkflow workflow, DryRow row, String command) {
        Set<String> found = new LinkedHashSet<>();
        String file = row.place().replaceFirst(":[0-9]++$", "");
        workflow.run().workflow().jobs().stream()
                .filter(job -> job instanceof CallJob call
                        ? call.workflow().name().replaceFirst("^[.$]/", "").equals(file)
                        : job.id().equals(row.id()))
                .forEach(job -> {
                    ofJob(job, found, new HashSet<>());
                    inputs(job).flatMap(input -> special(input).stream()).forEach(found::add);
                    steps(job).forEach(step -> ofStep(step, command, found));
                });
        return found.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", found));
    }

    /** What a call says about whether the workflow publishes. */
    private static Stream<Map.Entry<String, Value>> inputs(Job job) {
        return job instanceof CallJob call
                ? call.inputs().entrySet().stream()
                        .filter(input -> PUBLISHING.matcher(input.getKey()).find())
                : Stream.of();
    }

    private static Optional<String> special(Map.Entry<String, Value> input) {
        String text = input.getValue() instanceof Text written ? written.source() : "";
        String inner = text.replaceFirst("^\\$\\{\\{", "").replaceFirst("}}$", "");
        boolean open = inner.length() < text.length() && !USUAL.matcher(inner).matches();
        return open ? Optional.of("the input '" + input.getKey() + "' of the called workflow") : Optional.empty();
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
