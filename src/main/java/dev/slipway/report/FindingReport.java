package dev.slipway.report;

import dev.slipway.source.Excerpt;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is wrong with some files, for people and for programs.
 *
 * @param sources the texts that findings are in
 * @param findings in the order in which they are shown
 */
public record FindingReport(List<SourceText> sources, List<Finding> findings) {
    /** Nobody reads on: after these are fixed, the command runs again. */
    private static final int SHOWN = 50;

    /** How much of a line says which line it is. */
    private static final int LINE = 4096;

    public FindingReport {
        sources = List.copyOf(sources);
        findings = List.copyOf(findings);
    }

    public static FindingReport of(InvalidSource invalid) {
        return new FindingReport(invalid.sources(), invalid.findings());
    }

    /** Both what this report says and what another says. */
    public FindingReport and(FindingReport other) {
        return new FindingReport(
                Stream.concat(sources.stream(), other.sources.stream()).toList(),
                Stream.concat(findings.stream(), other.findings.stream()).toList());
    }

    /** Whether there is a finding that matters this much. */
    public boolean has(Severity severity) {
        return new SeverityCounts(findings).of(severity) > 0;
    }

    /** The report in the format that was asked for. */
    public String as(ReportFormat format, Style style, Tool tool) {
        return switch (format) {
            case TEXT -> text(style);
            case JSON -> json();
            case GITHUB -> annotations();
            case SARIF -> sarif(tool);
        };
    }

    /** Each finding with the line it is about, and how many there are; empty if there are none. */
    public String text(Style style) {
        if (findings.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        Map<String, SourceText> known = sourcesByName();
        findings.stream().limit(SHOWN).forEach(finding -> text.append(shown(finding, source(finding, known), style)));
        if (findings.size() > SHOWN) {
            text.append("… and ").append(findings.size() - SHOWN).append(" more\n");
        }
        return text.append(style.strong(new SeverityCounts(findings).text()))
                .append('\n')
                .toString();
    }

    private String shown(Finding finding, SourceText source, Style style) {
        Excerpt excerpt = excerpt(finding, source, style);
        String code = excerpt.line().isBlank() ? "" : excerpt.line() + "\n" + underline(excerpt, style) + "\n";
        String help =
                finding.help().isEmpty() ? "" : style.line(style.faint("help: ") + Printable.line(finding.help()), 6);
        return style.line(style.strong(Printable.line(finding.file()) + ":" + finding.position() + ":")
                        + " "
                        + severity(finding.severity(), style)
                        + " "
                        + style.strong(Printable.line(finding.message()))
                        + " "
                        + style.faint("[" + finding.rule() + "]"))
                + code
                + help;
    }

    /** With room for the marks of what is left out. */
    private static Excerpt excerpt(Finding finding, SourceText source, Style style) {
        if (source.line(finding.position().line()).length() < Fitted.NARROWEST) {
            return Excerpt.of(source, finding);
        }
        int width = style.width().getAsInt();
        return width > 0 ? Excerpt.of(source, finding, width - 2) : Excerpt.of(source, finding);
    }

    private static String underline(Excerpt excerpt, Style style) {
        int blank = excerpt.underline().indexOf('^');
        return excerpt.underline().substring(0, blank)
                + style.good(excerpt.underline().substring(blank));
    }

    /** The word for a severity, and a colon. */
    public static String severity(Severity severity, Style style) {
        String word = severity.word() + ":";
        return switch (severity) {
            case ERROR -> style.bad(word);
            case WARNING -> style.doubtful(word);
            case NOTE -> style.neutral(word);
        };
    }

    private Map<String, SourceText> sourcesByName() {
        Map<String, SourceText> known = new HashMap<>();
        sources.forEach(source -> known.putIfAbsent(source.name(), source));
        return known;
    }

    private static SourceText source(Finding finding, Map<String, SourceText> known) {
        return known.getOrDefault(finding.file(), new SourceText(finding.file(), ""));
    }

    public String json() {
        return Json.of(json -> json.put("version", 1)
                .put("errors", new SeverityCounts(findings).of(Severity.ERROR))
                .put("warnings", new SeverityCounts(findings).of(Severity.WARNING))
                .put("notes", new SeverityCounts(findings).of(Severity.NOTE))
                .list("findings", findings, finding -> write(finding, json)));
    }

    static void write(Finding finding, Json json) {
        json.put("rule", finding.rule())
                .put("severity", finding.severity().word())
                .put("file", finding.file())
                .put("line", finding.position().line())
                .put("column", finding.position().column())
                .put("endColumn", finding.position().column() + finding.span().length())
                .put("message", finding.message())
                .put("help", finding.help());
    }

    /** A line for each finding that GitHub turns into a message next to the line of the file. */
    public String annotations() {
        return findings.stream()
                .map(finding -> new Annotation(
                                finding.severity(), finding.file(), finding.span(), finding.rule(), advice(finding))
                        + "\n")
                .collect(Collectors.joining());
    }

    private static String advice(Finding finding) {
        return finding.help().isEmpty() ? finding.message() : finding.message() + "\n" + finding.help();
    }

    /** Markdown for the summary of a job, because GitHub shows no more than ten annotations of a step. */
    public String summary() {
        if (findings.isEmpty()) {
            return "";
        }
        String rows = findings.stream()
                .limit(SHOWN)
                .map(finding -> Markdown.row(List.of(
                        Markdown.code(finding.file() + ":" + finding.position()),
                        finding.severity().word(),
                        Markdown.text(advice(finding)),
                        Markdown.code(finding.rule()))))
                .collect(Collectors.joining());
        String more = findings.size() > SHOWN ? "\n… and " + (findings.size() - SHOWN) + " more\n" : "";
        return "### slipway: " + new SeverityCounts(findings).text() + "\n\n"
                + Markdown.head("where", "", "what", "rule") + rows + more;
    }

    public String sarif(Tool tool) {
        return Sarif.of(tool, results());
    }

    List<Sarif.Result> results() {
        Map<String, SourceText> known = sourcesByName();
        return findings.stream()
                .map(finding -> new Sarif.Result(
                        finding.rule(),
                        finding.severity(),
                        finding.file(),
                        finding.span(),
                        advice(finding),
                        source(finding, known).line(finding.position().line(), LINE)))
                .toList();
    }
}
