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

/**
 * How far a repository is from what its config says, for people and for programs.
 *
 * @param found what the config asks for that breaks a release, or may, and what GitHub's lockfile of actions lacks
 */
public record DriftReport(Drift drift, FindingReport found) {
    private static final String DAMAGED = "damaged-manifest";

    /** What to do about a file of another project. */
    public static final String OTHERS = "two configs generate the same file: change its path in one of them, or run "
            + "'slipway generate --force' to take it over";

    /** If nothing else was found. */
    public DriftReport(Drift drift) {
        this(drift, new FindingReport(List.of(), List.of()));
    }

    /** Whether every file is current, nothing in the config breaks a release, and GitHub would start every workflow. */
    public boolean clean() {
        return drift.clean() && !found.has(Severity.ERROR);
    }

    /** How many files are not current, and how much was found besides. */
    public int problems() {
        return drift.changed().size() + found.findings().size();
    }

    /** How many files were compared. */
    public int files() {
        return drift.files().size();
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
        String findings = found.text(style);
        return (findings.isEmpty() ? "" : findings + "\n") + new DriftText(drift, tool.version(), style).text();
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
                .list("findings", found.findings(), finding -> FindingReport.write(finding, json)));
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
        return found.annotations()
                + results().stream()
                        .map(result -> new Annotation(
                                        result.severity(), result.file(), result.span(), "slipway", result.message())
                                + "\n")
                        .collect(Collectors.joining());
    }

    /** Markdown for the summary of a job; empty if every file is current. */
    public String summary() {
        if (drift.clean()) {
            return found.summary();
        }
        String rows = results().stream()
                .map(result -> Markdown.row(List.of(Markdown.code(result.file()), Markdown.text(result.message()))))
                .collect(Collectors.joining());
        return found.summary() + "### slipway: generated files are out of date\n\n" + Markdown.head("file", "what")
                + rows + "\n"
                + DriftText.advice(drift, Markdown::code).stream()
                        .map(line -> "- " + line + "\n")
                        .collect(Collectors.joining())
                + diff();
    }

    private String diff() {
        String diff = drift.changed().stream()
                .filter(file -> file.before().isPresent() && file.after().isPresent())
                .map(FileDrift::diff)
                .collect(Collectors.joining());
        return diff.isEmpty() ? "" : "\n" + Markdown.block("diff", diff);
    }

    public String sarif(Tool tool) {
        return Sarif.of(new Tool(tool.version(), allRules()), results());
    }

    /** The rules of what is found in this report. */
    List<RuleInfo> allRules() {
        List<RuleInfo> rules = rules();
        found.findings().stream()
                .map(finding -> RuleInfo.of(finding.rule(), "GitHub's lockfile lists the actions of locked workflows"))
                .distinct()
                .forEach(rules::add);
        return rules;
    }

    /** A rule for each verdict that is a finding. */
    static List<RuleInfo> rules() {
        List<RuleInfo> rules = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            if (verdict != Verdict.CURRENT) {
                rules.add(rule(id(verdict), verdict.words()));
            }
        }
        rules.add(rule(DAMAGED, "damaged manifest"));
        return rules;
    }

    private static RuleInfo rule(String id, String words) {
        return new RuleInfo(id, "generated file: " + words, Tool.page("output.md") + "#verdicts");
    }

    List<Sarif.Result> results() {
        List<Sarif.Result> results = new ArrayList<>(found.results());
        for (FileDrift file : drift.changed()) {
            Span place = firstDifference(file);
            results.add(new Sarif.Result(
                    id(file.verdict()), Severity.ERROR, file.path(), place, message(file), file.path()));
        }
        if (drift.manifest() == ManifestState.DAMAGED) {
            results.add(new Sarif.Result(
                    DAMAGED,
                    Severity.ERROR,
                    drift.record(),
                    Span.START,
                    DriftText.DAMAGED + "; run `slipway generate`",
                    ""));
        }
        return results;
    }

    private static String message(FileDrift file) {
        return said(file) + "; " + DriftText.advice(file);
    }

    private static String said(FileDrift file) {
        String why = file.why().isEmpty() || file.why().equals(file.verdict().words()) ? "" : ": " + file.why();
        return file.verdict().words() + why;
    }

    /** The files that are not current: a release runs what is committed, if it runs at all. */
    public static List<Finding> files(Drift drift) {
        return drift.changed().stream()
                .map(file -> new Finding(
                        id(file.verdict()),
                        file.verdict() == Verdict.MISSING || file.verdict() == Verdict.FOREIGN
                                ? Severity.ERROR
                                : Severity.WARNING,
                        file.path(),
                        firstDifference(file),
                        said(file),
                        DriftText.advice(file)))
                .toList();
    }

    /** The word that programs read, such as {@code edited}. */
    private static String id(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    /** The first line of the file that is not as wanted; its last one if only lines are missing after it. */
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
