package dev.slipway.page;

import dev.slipway.source.Finding;
import dev.slipway.source.SourceText;
import java.util.List;

/**
 * A finding as the page shows it.
 *
 * @param link the line in the page that it is about; empty if the page does not have the file
 * @param place file, line and column
 */
public record Note(String severity, String message, String help, String rule, String place, String link) {
    private static final List<String> SEVERITIES = List.of("error", "warning", "note");

    static List<Note> of(String sheet, List<Finding> findings, List<SourceText> texts) {
        return findings.stream().map(finding -> of(sheet, finding, texts)).toList();
    }

    private static Note of(String sheet, Finding finding, List<SourceText> texts) {
        List<String> names = texts.stream().map(SourceText::name).toList();
        int file = names.indexOf(finding.file());
        return new Note(
                finding.severity().word(),
                finding.message(),
                finding.help(),
                finding.rule(),
                finding.file() + ":" + finding.position(),
                file < 0
                        ? ""
                        : CodeFile.id(sheet, file) + "-" + finding.position().line());
    }

    static int rank(String severity) {
        return SEVERITIES.indexOf(severity);
    }
}
