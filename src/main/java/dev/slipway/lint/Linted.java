package dev.slipway.lint;

import dev.slipway.source.Finding;
import dev.slipway.source.Severity;
import dev.slipway.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What linting has found. A rule that fails is a finding {@code internal} and hides no other finding.
 *
 * @param fault the first failure of Slipway itself, of which the finding tells
 */
public record Linted(List<Finding> findings, Optional<Fault> fault) {
    /** The id under which a failure of Slipway itself is reported. */
    static final String INTERNAL = "internal";

    public Linted {
        findings = List.copyOf(findings);
    }

    /**
     * A failure of Slipway itself.
     *
     * @param file the file that it happened with
     * @param thrown what a developer wants to see
     */
    public record Fault(String file, Throwable thrown) {}

    /** Whether a finding is a failure of Slipway itself, and so of no place in the file. */
    public static boolean isInternal(Finding finding) {
        return finding.rule().equals(INTERNAL);
    }

    /** The findings of all, in order. */
    static Linted all(Stream<Linted> parts) {
        List<Finding> findings = new ArrayList<>();
        List<Fault> faults = new ArrayList<>(1);
        parts.forEachOrdered(part -> {
            findings.addAll(part.findings);
            part.fault.ifPresent(faults::add);
        });
        return new Linted(findings, faults.stream().findFirst());
    }

    /**
     * Runs a part of the work on a file behind a fence.
     *
     * @param part what it is in a message, such as {@code rule 'glob'}
     */
    static Linted fenced(String part, String file, Supplier<List<Finding>> work) {
        try {
            return new Linted(work.get(), Optional.empty());
        } catch (RuntimeException | StackOverflowError thrown) {
            return failed(part, file, thrown);
        }
    }

    /** What is said of a file that is too large for a rule. */
    static Linted unchecked(String rule, String file) {
        Finding finding = new Finding(
                rule,
                Severity.NOTE,
                file,
                Span.START,
                "the rule '" + rule + "' did not check this file: it has too many patterns and names to compare",
                "write fewer or shorter ones");
        return new Linted(List.of(finding), Optional.empty());
    }

    static Linted failed(String part, String file, Throwable thrown) {
        Finding finding = new Finding(
                INTERNAL,
                Severity.ERROR,
                file,
                Span.START,
                "the " + part + " failed on this file: " + thrown.getClass().getSimpleName(),
                "this is a bug in Slipway: report it with the stack trace on standard error and this file; "
                        + "everything else was checked");
        return new Linted(List.of(finding), Optional.of(new Fault(file, thrown)));
    }
}
