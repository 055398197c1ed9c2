package dev.slipway.lint;

import dev.slipway.minimatch.NamePattern;
import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds downloads of artifacts that are not uploaded in time, and uploads that collide.
 *
 * @see <a href="https://docs.github.com/en/actions/tutorials/store-and-share-data">Storing and sharing data</a>
 */
final class ArtifactFlow implements Rule<WorkflowFile> {
    private static final Pattern VERSION_COMMENT = Pattern.compile("#\\s*v[123](?:\\D|$)");
    /** Owners whose actions upload artifacts only if their name has that word. */
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

    /** Inputs that ask for artifacts of another run. */
    private static final List<String> OF_OTHERS = List.of("run-id", "repository", "github-token", "artifact-ids");

    @Override
    public String id() {
        return "artifact-flow";
    }

    @Override
    public String summary() {
        return "every artifact is uploaded once, and downloaded only by jobs that need the uploading job";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        Optional<List<Upload>> legs = Upload.in(file);
        if (legs.isEmpty()) {
            return List.of();
        }
        Map<StepView, Boolean> old = new HashMap<>();
        List<Upload> uploads = legs.get().stream()
                .filter(upload -> !old.computeIfAbsent(upload.step(), step -> isOld(file, step)))
                .toList();
        List<Problem> problems = new ArrayList<>();
        checkCollisions(uploads, problems);
        checkDownloads(file, uploads, problems);
        return problems;
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
                boolean sameStep = first.step() == upload.step();
                String message = sameStep
                        ? "several rows of the matrix upload the artifact '"
                                + upload.name().text() + "'"
                        : "job '" + first.job().id() + "' already uploads an artifact '"
                                + upload.name().text() + "'";
                problems.add(upload.where()
                        .problem(
                                message,
                                sameStep
                                        ? "add a value of the matrix to the name"
                                        : "artifact names must be unique in a run: choose another name"));
            }
        }
    }

    /** Whether it takes artifacts of another run, or all of them, even if there are none. */
    private static boolean isContent(StepView step) {
        if (step.with("name").isEmpty() && step.with("pattern").isEmpty()) {
            return true;
        }
        for (String input : OF_OTHERS) {
            if (!step.with(input).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static void checkDownloads(WorkflowFile file, List<Upload> uploads, List<Problem> problems) {
        Map<JobView, List<StepView>> downloads = new LinkedHashMap<>();
        for (JobView job : file.jobs()) {
            List<StepView> steps = new ArrayList<>();
            for (StepView step : job.steps()) {
                if (step.usesAction("actions/download-artifact") && !isContent(step)) {
                    steps.add(step);
                }
            }
            if (!steps.isEmpty()) {
                downloads.put(job, steps);
            }
        }
        if (downloads.isEmpty() || file.trigger("workflow_call").isPresent()) {
            return;
        }
        bound(downloads.values(), uploads);
        NeedsGraph needs = file.needs();
        Set<JobView> open = file.jobs().stream().filter(ArtifactFlow::isOpen).collect(Collectors.toSet());
        downloads.forEach((job, steps) -> {
            Set<JobView> before = needs.before(job);
            if (!open.contains(job) && Collections.disjoint(open, before)) {
                checkDownloads(uploads, before, job, steps, problems);
            }
        });
    }

    private static void bound(Collection<List<StepView>> downloads, List<Upload> uploads) {
        Comparison.bound(
                downloads.stream()
                        .flatMap(List::stream)
                        .mapToLong(step -> step.with("name").length()
                                + Upload.pattern(step.with("pattern"))
                                        .map(NamePattern::length)
                                        .orElse(0))
                        .sum(),
                uploads.stream()
                        .mapToLong(upload -> upload.name().text().length())
                        .sum());
    }

    private static void checkDownloads(
            List<Upload> uploads, Set<JobView> before, JobView job, List<StepView> steps, List<Problem> problems) {
        Artifacts there = new Artifacts();
        Deque<Upload> own = new ArrayDeque<>();
        for (Upload upload : uploads) {
            if (upload.job() == job) {
                own.add(upload);
            } else if (before.contains(upload.job())) {
                there.add(upload);
            }
        }
        for (StepView step : steps) {
            while (!own.isEmpty() && own.element().step().position() < step.position()) {
                there.add(own.remove());
            }
            checkDownload(uploads, there, job, step, problems);
        }
    }

    private static void checkDownload(
            List<Upload> uploads, Artifacts there, JobView job, StepView step, List<Problem> problems) {
        String asked = step.with("name");
        if (asked.isEmpty()) {
            Predicate<String> wanted = Upload.named(step.with("pattern"));
            if (!there.mayHave(wanted)) {
                problems.add(missing(uploads, wanted, job, step, step.with("pattern"), ""));
            }
            return;
        }
        List<ArtifactName> lacking = Upload.rows(job).stream()
                .map(row -> ArtifactName.of(asked, row))
                .filter(name -> (!asked.contains("${{") || name.isLiteral()) && !there.mayHave(name))
                .toList();
        if (!lacking.isEmpty()) {
            String first = lacking.get(0).text();
            problems.add(missing(uploads, first::equals, job, step, first, others(lacking.size() - 1)));
        }
    }

    private static String others(int rows) {
        return rows == 0 ? "" : "; " + (rows == 1 ? "another row lacks" : rows + " other rows lack") + " theirs too";
    }

    private static Problem missing(
            List<Upload> uploads, Predicate<String> wanted, JobView job, StepView step, String asked, String others) {
        Place where = step.with("name").isEmpty() ? step.input("pattern") : step.input("name");
        String what = asked.isEmpty() ? "any artifact" : "an artifact '" + asked + "'";
        Optional<Upload> late = uploads.stream()
                .filter(upload ->
                        upload.name().isLiteral() && wanted.test(upload.name().text()))
                .findFirst();
        if (late.isPresent()) {
            JobView uploader = late.get().job();
            return where.problem(
                    "job '" + job.id() + "' does not wait for job '" + uploader.id() + "', which uploads " + what
                            + others,
                    uploader.is(job.id()) ? "upload it in an earlier step" : "add '" + uploader.id() + "' to 'needs'");
        }
        List<String> names =
                uploads.stream().map(upload -> upload.name().text()).distinct().toList();
        return where.problem(
                "no job uploads " + what + others, asked.isEmpty() ? "" : Phrases.meant(asked, names, "artifacts"));
    }

    /** Whether a job may upload what this file does not show. */
    private static boolean isOpen(JobView job) {
        return job.isCall() || job.steps().stream().anyMatch(ArtifactFlow::mayUpload);
    }

    private static boolean mayUpload(StepView step) {
        String action = step.action();
        boolean quiet = action.contains("/") && QUIET.contains(action.substring(0, action.indexOf('/')));
        boolean named = action.contains("upload") && !action.equals("actions/upload-artifact")
                || action.equals("actions/upload-artifact/merge");
        return !action.isEmpty() && (!quiet || named || step.usesAction("actions/github-script"));
    }
}
