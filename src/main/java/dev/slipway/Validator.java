package dev.slipway;

import dev.slipway.files.GeneratedFile;
import dev.slipway.lint.LintOptions;
import dev.slipway.lint.Linted;
import dev.slipway.lint.Linter;
import dev.slipway.source.Document;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Validates what was generated before it is written: nobody is given a file that GitHub or Docker would refuse. */
public final class Validator {
    private final LocalDate today;
    private final LintOptions options;

    /** @param today the day that dated facts, such as the end of a runner, are compared with */
    public Validator(LocalDate today) {
        this.today = today;
        this.options = LintOptions.UNDATED;
    }

    /** @param tree which files the repository has, by their paths: a job of the config may call a workflow */
    public Validator(LocalDate today, Predicate<String> tree) {
        this.today = today;
        this.options = new LintOptions(Optional.empty(), Optional.of(tree));
    }

    /** What is wrong with the config on that day, and with the generated files. */
    public List<Finding> check(Generation generation) {
        return lint(generation).findings();
    }

    /** The same with why a rule failed. */
    public Linted lint(Generation generation) {
        return lint(new Attempt(generation, List.of()));
    }

    /**
     * What is wrong with the config on that day, and with the generated files, with the key of the config that it comes from.
     *
     * @throws InvalidSource if the config has mistakes, or what it says is an error in a generated file, with all that is
     *     wrong with it
     */
    public Linted lint(Attempt attempt) {
        Generation generation = attempt.generation();
        Linted generated = generated(generation);
        Stream<Finding> aboutConfig =
                Stream.concat(ConfigCheck.of(generation, today).stream(), ConfigAdvice.of(generation).stream());
        List<Finding> findings =
                Stream.concat(aboutConfig, generated.findings().stream()).toList();
        if (isRefused(attempt, generated)) {
            attempt.and(errors(generation, findings)).orReject();
        }
        return new Linted(findings, generated.fault());
    }

    /**
     * The files of a config without mistakes, in whose jobs in GitHub's own words GitHub would take every word. A config
     * without mistakes and such jobs is not linted.
     *
     * @throws InvalidSource with every mistake, everything that GitHub would not take, and what is wrong on that day
     */
    public Generation accept(Attempt attempt) {
        Generation generation = attempt.generation();
        if (!generation.plan().hatches().ids().isEmpty() || !attempt.mistakes().isEmpty()) {
            Linted generated = generated(generation);
            if (isRefused(attempt, generated)) {
                attempt.and(errors(generation, generated.findings()))
                        .and(errors(generation, ConfigCheck.of(generation, today)))
                        .orReject();
            }
        }
        return generation;
    }

    private static boolean isRefused(Attempt attempt, Linted generated) {
        return !attempt.mistakes().isEmpty()
                || !errors(attempt.generation(), generated.findings()).isEmpty();
    }

    private static List<Finding> errors(Generation generation, List<Finding> findings) {
        Document config = generation.document();
        return findings.stream()
                .filter(finding -> config.isFrom(finding.file()) && finding.severity() == Severity.ERROR)
                .toList();
    }

    private Linted generated(Generation generation) {
        List<SourceText> texts = texts(generation);
        Map<String, SourceText> files = texts.stream().collect(Collectors.toMap(SourceText::name, Function.identity()));
        Origin origin = new Origin(generation);
        Linted linted = new Linter(options).lint(texts);
        return new Linted(
                linted.findings().stream()
                        .map(finding -> files.containsKey(finding.file()) && !Linted.isInternal(finding)
                                ? origin.explain(finding, files.get(finding.file()))
                                : finding)
                        .distinct()
                        .toList(),
                linted.fault());
    }

    /** The generated files as texts with names. */
    public static List<SourceText> texts(Generation generation) {
        return generation.files().files().stream().map(Validator::text).toList();
    }

    private static SourceText text(GeneratedFile file) {
        return new SourceText(file.path(), file.text());
    }
}
