package dev.slipway.report;

import dev.slipway.run.JobRun;
import dev.slipway.run.Observation;
import dev.slipway.run.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a rehearsal showed.
 *
 * @param cause what was rehearsed, such as {@code the tag v1.2.3}
 * @param workflow where the workflow is in the repository
 * @param commit what was run
 * @param plan what it is held against; absent where nothing was planned, or not all of it was run
 * @param folder where its results are
 */
public record RehearsalReport(
        String cause,
        String workflow,
        RehearsedCommit commit,
        Observation observed,
        Optional<PlanReport> plan,
        String folder) {
    /** So many paths are shown of many. */
    private static final int SHOWN = 5;

    /** What is wrong for everybody, and what is other than planned, in plain words. */
    public List<String> differences() {
        List<String> all = new ArrayList<>(observed.faults());
        plan.ifPresent(it -> all.addAll(new PlanDifferences(it, observed, commit).list()));
        return all;
    }

    /** Whether everything ran, and as planned. */
    public boolean succeeded() {
        return observed.succeeded() && differences().isEmpty();
    }

    public String json() {
        return new RehearsalJson(this).text();
    }

    public String text(Style style, boolean verbose) {
        StringBuilder text = new StringBuilder();
        observed.release().ifPresent(release -> text.append(release(release, style)));
        for (Observation.Image image : observed.images()) {
            text.append('\n')
                    .append(style.strong("Image " + image.name()))
                    .append("\n  for ")
                    .append(Words.and(image.platforms()))
                    .append("; ")
                    .append(image.digest())
                    .append('\n');
            image.tags().forEach(tag -> text.append("    ").append(tag).append('\n'));
        }
        section(text, style, "Tried, as those would who download it", tried(verbose));
        section(text, style, "Attested", observed.attested());
        section(text, style, "Left out", leftOut());
        section(text, style, "Recorded, and done nowhere", observed.recorded());
        section(text, style, "Stood in for", observed.standIns());
        section(text, style, "Warnings", observed.warnings());
        int changed = commit.uncommitted().size();
        section(
                text,
                style,
                "Not rehearsed, as not committed: changes of " + changed + (changed == 1 ? " file" : " files"),
                uncommitted(verbose));
        text.append('\n').append(outcome(style));
        return text.toString();
    }

    private static void section(StringBuilder text, Style style, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append('\n').append(style.strong(title)).append('\n');
            lines.forEach(line -> text.append("  ").append(line).append('\n'));
        }
    }

    private List<String> uncommitted(boolean verbose) {
        List<String> paths = commit.uncommitted();
        if (verbose || paths.size() <= SHOWN) {
            return paths;
        }
        List<String> first = new ArrayList<>(paths.subList(0, SHOWN));
        first.add("… and " + (paths.size() - SHOWN) + " more");
        return first;
    }

    /** What GitHub would run and was not run, each with the reason. */
    List<String> leftOut() {
        return leftOut(observed.jobs(), "");
    }

    private static List<String> leftOut(List<JobRun> jobs, String caller) {
        List<String> all = new ArrayList<>();
        for (JobRun job : jobs) {
            if (!job.complete()) {
                String id = caller + job.id();
                if (job.rows().isEmpty() && job.called().isEmpty()) {
                    all.add(id + ": " + job.message());
                }
                job.rows().stream()
                        .filter(row -> row.result() == Result.SKIPPED)
                        .forEach(row -> all.add(id + ", " + row.name() + ": " + row.message()));
                all.addAll(leftOut(job.called(), id + " / "));
            }
        }
        return all;
    }

    /** What was tried, and what could not be. The same done with many files is one line. */
    private List<String> tried(boolean verbose) {
        Map<String, List<String>> files = new LinkedHashMap<>();
        for (Observation.Tried one : observed.tried()) {
            boolean skipped = one.result() == Result.SKIPPED;
            String detail = skipped || verbose ? ": " + one.detail() : "";
            if (one.result() != Result.FAILURE) {
                files.computeIfAbsent(
                                (skipped ? "not tried  " : "ok         ") + one.what() + detail,
                                line -> new ArrayList<>())
                        .add(one.file());
            }
        }
        List<String> lines = new ArrayList<>();
        files.forEach((line, of) -> {
            List<String> names = of.stream().distinct().toList();
            lines.add(line + "  (" + (names.size() == 1 || verbose ? String.join(", ", names) : names.size() + " files")
                    + ")");
        });
        return lines;
    }

    private static String release(Observation.Release release, Style style) {
        List<String> kinds = new ArrayList<>();
        if (release.draft()) {
            kinds.add("a draft");
        }
        if (release.prerelease()) {
            kinds.add("a prerelease");
        }
        if (release.latest()) {
            kinds.add("the latest");
        }
        StringBuilder text = new StringBuilder("\n");
        text.append(style.strong("Release " + release.tag()))
                .append(kinds.isEmpty() ? "" : "  " + String.join(", ", kinds))
                .append('\n');
        int width = release.files().stream()
                .mapToInt(file -> file.name().length())
                .max()
                .orElse(0);
        for (Observation.File file : release.files()) {
            text.append("  ")
                    .append(file.name())
                    .append(" ".repeat(width - file.name().length()))
                    .append(String.format(Locale.ROOT, "  %10s  ", size(file.size())))
                    .append(style.faint(file.sha256().substring(0, 12)))
                    .append('\n');
        }
        return text.toString();
    }

    private static String size(long bytes) {
        if (bytes < 10_000) {
            return bytes + " B";
        }
        return bytes < 10_000_000 ? bytes / 1000 + " kB" : bytes / 1_000_000 + " MB";
    }

    private String outcome(Style style) {
        StringBuilder text = new StringBuilder();
        for (JobRun job : observed.jobs()) {
            if (job.result() == Result.FAILURE) {
                text.append(style.bad("failed"))
                        .append("  ")
                        .append(job.id())
                        .append(": ")
                        .append(reason(job))
                        .append('\n');
            }
        }
        for (Observation.Tried one : observed.tried()) {
            if (one.result() == Result.FAILURE) {
                text.append(style.bad("failed"))
                        .append("  ")
                        .append(one.file())
                        .append(", ")
                        .append(one.what())
                        .append(": ")
                        .append(one.detail())
                        .append('\n');
            }
        }
        List<String> differences = differences();
        if (differences.isEmpty() && observed.succeeded()) {
            text.append(style.good(allIsWell()));
        } else {
            differences.forEach(one -> text.append(style.bad("not as planned"))
                    .append("  ")
                    .append(one)
                    .append('\n'));
        }
        if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        return text.append("Slipway published nothing: no push, no release, no login. Results are in ")
                .append(folder)
                .append(".\n")
                .toString();
    }

    private String allIsWell() {
        if (plan.isPresent()) {
            return "As planned.";
        }
        if (observed.jobs().stream().allMatch(job -> job.result() == Result.SKIPPED)) {
            return "Nothing ran.";
        }
        return observed.complete() ? "Every job succeeded." : "Every job that ran succeeded.";
    }

    /** Why a job failed: the first of its steps that did. */
    static String reason(JobRun job) {
        for (JobRun.Row row : job.rows()) {
            if (row.result() == Result.FAILURE) {
                String where = job.rows().size() > 1 ? row.name() + ", " : "";
                return row.steps().stream()
                        .filter(step -> step.conclusion() == Result.FAILURE)
                        .map(step -> where + "step '" + step.name() + "': " + step.message())
                        .findFirst()
                        .orElse(where + row.message());
            }
        }
        return job.called().stream()
                .filter(called -> called.result() == Result.FAILURE)
                .map(RehearsalReport::reason)
                .findFirst()
                .orElse(job.message());
    }
}
