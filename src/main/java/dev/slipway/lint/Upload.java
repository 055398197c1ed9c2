package dev.slipway.lint;

import dev.slipway.minimatch.NamePattern;
import dev.slipway.minimatch.RefusedPattern;
import dev.slipway.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An artifact that a leg of a job uploads.
 *
 * @param if the name, or the step if it has none
 */
record Upload(JobView job, StepView step, ArtifactName name, Place where) {
    private static final String DEFAULT_NAME = "artifact";
    private static final int MOST = 1 << 14;

    /** Every artifact that a workflow uploads, leg by leg; nothing if there are too many to look at. */
    static Optional<List<Upload>> in(WorkflowFile file) {
        List<Upload> uploads = new ArrayList<>();
        for (JobView job : file.jobs()) {
            for (StepView step : job.steps()) {
                if (!step.usesAction("actions/upload-artifact") || takesNameOfFile(step)) {
                    continue;
                }
                List<Map<String, Node>> rows = rows(job);
                if (uploads.size() + rows.size() > MOST) {
                    return Optional.empty();
                }
                String pattern = step.with("name").isEmpty() ? DEFAULT_NAME : step.with("name");
                rows.forEach(
                        row -> uploads.add(new Upload(job, step, ArtifactName.of(pattern, row), step.input("name"))));
            }
        }
        return Optional.of(uploads);
    }

    /** The rows of a job's matrix; one without columns if it has none, or if they are known only during a run. */
    static List<Map<String, Node>> rows(JobView job) {
        return job.rows().filter(rows -> !rows.isEmpty()).orElse(List.of(Map.of()));
    }

    /** What the pattern of a download means; nothing if only a run knows it, or if it is refused. */
    static Optional<NamePattern> pattern(String text) {
        if (text.contains("${{")) {
            return Optional.empty();
        }
        try {
            return Optional.of(NamePattern.of(text));
        } catch (RefusedPattern refused) {
            return Optional.empty();
        }
    }

    /** Whether the pattern of a download may mean a name. */
    static Predicate<String> named(String pattern) {
        return pattern(pattern).<Predicate<String>>map(known -> known::matches).orElse(name -> true);
    }

    /** Without an archive, the file itself is the artifact. */
    private static boolean takesNameOfFile(StepView step) {
        return step.with("archive").equals("false");
    }

    boolean isConditional() {
        return job.isConditional() || step.isConditional();
    }

    /** Whether it may replace another artifact of the same name. */
    boolean mayOverwrite() {
        return !step.with("overwrite").isEmpty() && !step.with("overwrite").equals("false");
    }
}
