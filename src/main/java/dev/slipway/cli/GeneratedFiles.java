package dev.slipway.cli;

import dev.slipway.detect.doctor.Advice;
import dev.slipway.files.Drift;
import dev.slipway.files.Verdict;
import dev.slipway.report.DriftReport;
import dev.slipway.source.Finding;
import dev.slipway.source.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The findings of the doctor about generated files that do not match the config. */
final class GeneratedFiles {
    private static final String MISSING = Verdict.MISSING.name().toLowerCase(Locale.ROOT);
    private static final int NAMED = 3;

    private GeneratedFiles() {}

    static List<Advice> advice(Drift drift) {
        List<Finding> findings = DriftReport.files(drift);
        List<Finding> missing = findings.stream()
                .filter(finding -> finding.rule().equals(MISSING))
                .toList();
        Stream<Advice> others = findings.stream()
                .filter(finding -> !finding.rule().equals(MISSING))
                .map(finding -> Advice.of(finding, finding.rule(), ""));
        return Stream.concat(missing.isEmpty() ? Stream.empty() : Stream.of(missing(missing)), others)
                .toList();
    }

    /** They have one cause: most often, nothing has been generated yet. */
    private static Advice missing(List<Finding> files) {
        String names =
                files.stream().limit(NAMED).map(file -> "'" + file.file() + "'").collect(Collectors.joining(", "));
        int more = files.size() - NAMED;
        return new Advice(
                Severity.ERROR,
                MISSING,
                Optional.empty(),
                (files.size() == 1 ? "a generated file is missing: " : "generated files are missing: ")
                        + names
                        + (more > 0 ? " and " + more + " more" : ""),
                "run 'slipway generate' and commit what it writes",
                "");
    }
}
