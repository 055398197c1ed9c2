package dev.slipway.report;

import dev.slipway.source.Finding;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;

/** Numbers and lists in words. */
final class Words {
    private Words() {}

    /** {@code 1 file}, {@code 2 files}. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String and(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** {@code 2 errors, 1 warning}. */
    static String counts(List<Finding> findings) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            int number = count(findings, severity);
            if (number > 0) {
                counts.add(count(number, severity.word()));
            }
        }
        return String.join(", ", counts);
    }

    static int count(List<Finding> findings, Severity severity) {
        return (int) findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
