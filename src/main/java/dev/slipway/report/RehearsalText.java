package dev.slipway.report;

import dev.slipway.run.JobRun;
import dev.slipway.run.Observation;
import dev.slipway.run.Result;
import dev.slipway.source.English;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A rehearsal for people. */
record RehearsalText(RehearsalReport report, Style style, boolean verbose) {
    /** So many paths are shown of many. */
    private static final int SHOWN = 5;

    String text() {
        StringBuilder text = new StringBuilder();
        report.observed().release().ifPresent(release -> text.append(release(release)));
        for (Observation.Image image : report.observed().images()) {
            text.append('\n')
                    .append(style.strong("Image " + Printable.oneLine(image.name())))
                    .append('\n')
                    .append(style.line("  for " + English.and(image.platforms()) + "; " + image.digest()));
            image.tags()
                    .forEach(tag ->
                            text.append("    ").append(Printable.oneLine(tag)).append('\n'));
        }
        section(text, "Files tried", tried());
        section(text, "Attested", report.attested());
        section(text, "Left out", report.leftOut());
        section(text, "Recorded, not sent", report.recorded());
        section(text, "Stand-ins", report.observed().standIns());
        section(text, "Warnings", report.observed().warnings());
        int changed = report.commit().uncommitted().size();
        section(text, "Not committed, so not rehearsed: changes to " + English.count(changed, "file"), uncommitted());
        section(text, "Problems", report.observed().faults());
        section(text, "Differences from the plan", report.planDifferences());
        text.append('\n').append(outcome());
        return text.toString();
    }

    private void section(StringBuilder text, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append('\n').append(style.strong(title)).append('\n');
            lines.forEach(line -> text.append(style.line("  " + Printable.oneLine(line))));
        }
    }

    private List<String> uncommitted() {
        List<String> paths = report.commit().uncommitted();
        if (verbose || paths.size() <= SHOWN) {
            return paths;
        }
        List<String> first = new ArrayList<>(paths.subList(0, SHOWN));
        first.add("… and " + (paths.size() - SHOWN) + " more");
        return first;
    }

    /** What was tried, and what could not be. The same done with many files is one line. */
    private List<String> tried() {
        Map<String, List<String>> files = new LinkedHashMap<>();
        for (Observation.Tried one : report.observed().tried()) {
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

    private String release(Observation.Release release) {
        List<String> kinds = new ArrayList<>();
        if (release.draft()) {
            kinds.add("draft");
        }
        if (release.prerelease()) {
            kinds.add("prerelease");
        }
        if (release.latest()) {
            kinds.add("latest");
        }
        StringBuilder text = new StringBuilder("\n");
        text.append(style.strong("Release " + Printable.oneLine(release.tag())))
                .append(kinds.isEmpty() ? "" : "  " + String.join(", ", kinds))
                .append('\n');
        int width = release.files().stream()
                .mapToInt(file -> file.name().length())
                .max()
                .orElse(0);
        for (Observation.File file : release.files()) {
            text.append("  ")
                    .append(Printable.oneLine(file.name()))
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

    private String outcome() {
        StringBuilder text = new StringBuilder();
        for (JobRun job : report.observed().jobs()) {
            if (job.result() == Result.FAILURE) {
                text.append(style.line(
                        style.bad("failed") + "  " + job.id() + ": " + oneLine(RehearsalReport.reason(job))));
            }
        }
        for (Observation.Tried one : report.observed().tried()) {
            if (one.result() == Result.FAILURE) {
                text.append(style.line(style.bad("failed") + "  " + Printable.oneLine(one.file()) + ", " + one.what()
                        + ": " + oneLine(one.detail())));
            }
        }
        if (report.succeeded()) {
            text.append(style.good(allIsWell())).append('\n');
        }
        return text.append(style.line(
                        "Slipway published nothing: no push, no release, no login. Results are in " + report.folder()
                                + ".",
                        0))
                .toString();
    }

    /** A reason may be several. */
    private static String oneLine(String reasons) {
        return Printable.oneLine(String.join("; ", reasons.lines().toList()));
    }

    private String allIsWell() {
        if (report.plan().isPresent()) {
            return "As planned.";
        }
        if (report.observed().jobs().stream().allMatch(job -> job.result() == Result.SKIPPED)) {
            return "Nothing ran.";
        }
        return report.observed().complete() ? "Every job succeeded." : "Every job that ran succeeded.";
    }
}
