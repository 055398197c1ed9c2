package dev.slipway.report;

import dev.slipway.source.English;
import dev.slipway.source.Finding;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;

/** How many findings there are of each severity. */
record SeverityCounts(List<Finding> findings) {
    /** {@code 2 errors, 1 warning}; empty without findings. */
    String text() {
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            int number = of(severity);
            if (number > 0) {
                counts.add(English.count(number, severity.word()));
            }
        }
        return String.join(", ", counts);
    }

    int of(Severity severity) {
        return (int) findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
