package dev.slipway.lint;

import dev.slipway.source.Node;
import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds downloads of artifacts that nobody uploads in time, and uploads that collide.
 *
 * @see <a href="https://docs.github.com/en/actions/tutorials/store-and-share-data">Storing and sharing data</a>
 */
final class ArtifactFlow implements Rule<WorkflowFile> {
    private static final Pattern VERSION_COMMENT = Pattern.compile("#\\s*v[123](?:\\D|$)");
    /** Owners whose actions upload artifacts only where their name says so. */
    private static final Set<String> QUIET = Set.of(
            "actions",
            "docker",
            "dtolnay",
            "swatinem",
            "softprops",
            "taiki-e",
            "actions-rs",
            "actions-rust-lang",
            "gradle",
            "pnpm",
            "oven-sh",
            "sigstore",
            "extractions",
            "mozilla-actions",
            "rustsec",
            "ncipollo",
            "houseabsolute",
            "mlugg",
            "goto-bus-stop",
            "ilammy",
            "msys2",
            "cross-rs",
            "codecov",
            "crazy-max",
            "aws-actions",
            "azure",
            "google-github-actions",
            "step-security");

    @Override
    public String id() {
        return "artifact-flow";
    }

    @Override
    public String summary() {
        return "every artifact is uploaded once, and downloaded only by jobs that need the one that uploads it";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Upload> uploads = Upload.in(file).stream()
                .filter(upload -> !isOld(file, upload.step()))
                .toList();
        List<Problem> problems = new ArrayList<>();
        checkCollisions(uploads, problems);
        for (JobView job : file.jobs()) {
            job.steps().stream()
                    .filter(step -> step.usesAction("actions/download-artifact") && !isContent(step))
                    .forEach(step -> checkDownload(file, uploads, job, step, problems));
        }
        return problems.stream().distinct().toList();
    }

    /** Artifacts of the first three majors could be added to. */
    private static boolean isOld(WorkflowFile file, StepView step) {
        return step.usesOldMajor()
                || step.uses()
                        .filter(uses ->
                                VERSION_COMMENT.matcher(file.lineOf(uses)).find())
                        .isPresent();
    }

    private static void checkCollisions(List<Upload> uploads, List<Problem> problems) {
        Map<String, Upload> taken = new HashMap<>();
        for (Upload upload : uploads) {
            if (!upload.name().isKnown() || upload.isConditional() || upload.mayOverwrite()) {
                continue;
            }
            Upload first = taken.putIfAbsent(upload.name().text(), upload);
            if (first != null) {
                boolean sameStep = first.step().equals(upload.step());
                String message = sameStep
                        ? "several legs of the matrix upload an artifact '"
                                + upload.name().text() + "'"
                        : "an artifact '" + upload.name().text() + "' is uploaded by job '"
                                + first.job().id() + "' already";
                problems.add(upload.where()
                        .problem(
                                message,
                                sameStep
                                        ? "put a column of the matrix into the name"
                                        : "names are unique in a run: take another"));
            }
        }
    }

    /** Whether it takes artifacts of another run, or all there are, be it none. */
    private static boolean isContent(StepView step) {
        boolean all = step.with("name").isEmpty() && step.with("pattern").isEmpty();
        return all
                || Stream.of("run-id", "repository", "github-token", "artifact-ids")
                        .anyMatch(input -> !step.with(input).isEmpty());
    }

    private static void checkDownload(
            WorkflowFile file, List<Upload> uploads, JobView job, StepView step, List<Problem> problems) {
        Predicate<String> wanted = wanted(step);
        String asked = step.with("name") + step.with("pattern");
        for (Map<String, Node> row : Upload.rows(job)) {
            ArtifactName name = ArtifactName.of(step.with("name"), row);
            Predicate<Upload> matches = upload ->
                    !upload.name().isLiteral() && !upload.name().text().equals(name.text())
                            || (step.with("name").isEmpty()
                                    ? wanted.test(upload.name().text())
                                    : upload.name().text().equals(name.text()));
            boolean open = asked.contains("${{") && !name.isLiteral() || isOpen(file, job);
            List<Upload> before = uploads.stream()
                    .filter(upload -> isBefore(file, upload, job, step))
                    .toList();
            if (before.stream().noneMatch(matches) && !open) {
                String shown = step.with("name").isEmpty() ? asked : name.text();
                problems.add(missing(uploads, matches, job, step, shown));
            }
        }
    }

    private static Predicate<String> wanted(StepView step) {
        String pattern = step.with("pattern");
        return pattern.isEmpty() ? name -> true : name -> NamePattern.matches(pattern, name);
    }

    private static Problem missing(
            List<Upload> uploads, Predicate<Upload> matches, JobView job, StepView step, String asked) {
        Place where = step.with("name").isEmpty() ? step.input("pattern") : step.input("name");
        String what = asked.isEmpty() ? "any artifact" : "an artifact '" + asked + "'";
        Optional<Upload> late = uploads.stream()
                .filter(matches)
                .filter(upload -> upload.name().isLiteral())
                .findFirst();
        if (late.isPresent()) {
            JobView uploader = late.get().job();
            return where.problem(
                    "job '" + job.id() + "' does not wait for job '" + uploader.id() + "', which uploads " + what,
                    uploader.is(job.id())
                            ? "upload it in a step further up"
                            : "add '" + uploader.id() + "' to 'needs'");
        }
        List<String> names =
                uploads.stream().map(upload -> upload.name().text()).distinct().toList();
        return where.problem("no job uploads " + what, asked.isEmpty() ? "" : Phrases.meant(asked, names, "artifacts"));
    }

    private static boolean isBefore(WorkflowFile file, Upload upload, JobView job, StepView step) {
        return upload.job().is(job.id())
                ? job.steps().indexOf(upload.step()) < job.steps().indexOf(step)
                : file.before(job).contains(upload.job());
    }

    /** Whether something that this file does not show may upload artifacts too. */
    private static boolean isOpen(WorkflowFile file, JobView job) {
        Set<JobView> before = new LinkedHashSet<>(file.before(job));
        before.add(job);
        return file.trigger("workflow_call").isPresent()
                || before.stream().anyMatch(JobView::isCall)
                || before.stream().flatMap(other -> other.steps().stream()).anyMatch(ArtifactFlow::mayUpload);
    }

    private static boolean mayUpload(StepView step) {
        String action = step.action();
        boolean quiet = action.contains("/") && QUIET.contains(action.substring(0, action.indexOf('/')));
        boolean named = action.contains("upload") && !action.equals("actions/upload-artifact")
                || action.equals("actions/upload-artifact/merge");
        return !action.isEmpty() && (!quiet || named || step.usesAction("actions/github-script"));
    }
}
