package dev.slipway.report;

import dev.slipway.files.Drift;
import dev.slipway.files.FileDrift;
import dev.slipway.files.KeptPin;
import dev.slipway.files.ManifestState;
import dev.slipway.files.Verdict;
import dev.slipway.source.Finding;
import dev.slipway.source.Position;
import dev.slipway.source.Severity;
import dev.slipway.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far a repository is from what its config says, for people and for programs.
 *
 * @param unlocked what GitHub's lockfile of actions lacks of the workflows
 */
public record DriftReport(Drift drift, FindingReport unlocked) {
    private static final String DAMAGED = "damaged-manifest";
    private static final String MANIFEST = ".slipway/manifest.json";

    /** Where there is no lockfile. */
    public DriftReport(Drift drift) {
        this(drift, new FindingReport(List.of(), List.of()));
    }

    /** Whether every file is current and GitHub would start every workflow. */
    public boolean clean() {
        return drift.clean() && unlocked.findings().isEmpty();
    }

    /** The report in the format that was asked for. */
    public String as(ReportFormat format, Style style, Tool tool) {
        return switch (format) {
            case TEXT -> text(style, tool);
            case JSON -> json();
            case GITHUB -> annotations();
            case SARIF -> sarif(tool);
        };
    }

    /** What each file is and why, what writing would change, and what to do about it. */
    public String text(Style style, Tool tool) {
        return new DriftText(drift, tool.version(), style).text() + unlocked.text(style);
    }

    /** The lines that writing would add and remove, for a terminal. */
    public static String diff(FileDrift file, Style style) {
        return DiffText.of(file.diff(), style);
    }

    public String json() {
        return Json.of(json -> json.put("version", 1)
                .put("clean", clean())
                .put("manifest", drift.manifest().name().toLowerCase(Locale.ROOT))
                .put("writtenBy", drift.writtenBy())
                .list(
                        "files",
                        drift.files(),
                        file -> json.put("path", file.path())
                                .put("verdict", id(file.verdict()))
                                .put("why", file.why())
                                .put("diff", file.diff()))
                .list("keptPins", drift.keptPins(), pin -> write(pin, json))
                .list("findings", unlocked.findings(), finding -> FindingReport.write(finding, json)));
    }

    private static void write(KeptPin pin, Json json) {
        json.put("path", pin.path())
                .put("line", pin.line())
                .put("action", pin.action())
                .put("keptRef", pin.keptRef())
                .put("comment", pin.comment())
                .put("wantedRef", pin.wantedRef());
    }

    /** A line for each file that GitHub turns into a message where the file first differs. */
    public String annotations() {
        return results().stream()
                        .map(result -> new Annotation(
                                        result.severity(), result.file(), result.span(), "slipway", result.message())
                                + "\n")
                        .collect(Collectors.joining())
                + unlocked.annotations();
    }

    /** Markdown for the summary of a job; empty where every file is current. */
    public String summary() {
        if (drift.clean()) {
            return unlocked.summary();
        }
        String rows = results().stream()
                .map(result -> Markdown.row(List.of(Markdown.code(result.file()), Markdown.text(result.message()))))
                .collect(Collectors.joining());
        return "### slipway: generated files are not current\n\n" + Markdown.head("file", "what") + rows + "\n"
                + DriftText.advice(drift).stream()
                        .map(line -> "- " + line + "\n")
                        .collect(Collectors.joining())
                + diff()
                + unlocked.summary();
    }

    private String diff() {
        String diff = drift.changed().stream()
                .filter(file -> file.before().isPresent() && file.after().isPresent())
                .map(FileDrift::diff)
                .collect(Collectors.joining());
        return diff.isEmpty() ? "" : "\n" + Markdown.block("diff", diff);
    }

    public String sarif(Tool tool) {
        List<RuleInfo> rules = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            if (verdict != Verdict.CURRENT) {
                rules.add(rule(id(verdict), verdict.words()));
            }
        }
        rules.add(rule(DAMAGED, "damaged manifest"));
        unlocked.findings().stream()
                .map(Finding::rule)
                .distinct()
                .map(rule -> RuleInfo.of(rule, "GitHub's lockfile holds what locked workflows use"))
                .forEach(rules::add);
        return Sarif.of(
                new Tool(tool.version(), rules),
                Stream.concat(results().stream(), unlocked.results().stream()).toList());
    }

    private static RuleInfo rule(String id, String words) {
        return new RuleInfo(id, "generated file: " + words, Tool.page("output.md") + "#verdicts");
    }

    private List<Sarif.Result> results() {
        List<Sarif.Result> results = new ArrayList<>();
        for (FileDrift file : drift.changed()) {
            Span place = firstDifference(file);
            results.add(new Sarif.Result(
                    id(file.verdict()), Severity.ERROR, file.path(), place, message(file), file.path()));
        }
        if (drift.manifest() == ManifestState.DAMAGED) {
            results.add(new Sarif.Result(
                    DAMAGED, Severity.ERROR, MANIFEST, Span.START, DriftText.DAMAGED + "; run `slipway generate`", ""));
        }
        return results;
    }

    private static String message(FileDrift file) {
        String why = file.why().isEmpty() || file.why().equals(file.verdict().words()) ? "" : ": " + file.why();
        return file.verdict().words() + why + "; " + DriftText.advice(file);
    }

    /** The word that programs read, such as {@code edited}. */
    private static String id(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    /** The first line of the file that is not as wanted; its last one where only lines are missing behind it. */
    private static Span firstDifference(FileDrift file) {
        List<String> before = lines(file.before().orElse(""));
        List<String> after = lines(file.after().orElse(""));
        int same = 0;
        while (same < before.size() - 1
                && same < after.size()
                && before.get(same).equals(after.get(same))) {
            same++;
        }
        String line = before.get(same);
        return new Span(new Position(same + 1, 1), line.codePointCount(0, line.length()));
    }

    private static List<String> lines(String text) {
        String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return Arrays.asList(body.split("\n", -1));
    }
}
