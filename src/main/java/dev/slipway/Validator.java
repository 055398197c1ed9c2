package dev.slipway;

import dev.slipway.files.GeneratedFile;
import dev.slipway.lint.LintOptions;
import dev.slipway.lint.Linter;
import dev.slipway.source.Finding;
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

    /** What is wrong with the config on that day, and with the generated files, with the key of the config behind it. */
    public List<Finding> check(Generation generation) {
        Map<String, SourceText> files =
                texts(generation).stream().collect(Collectors.toMap(SourceText::name, Function.identity()));
        Origin origin = new Origin(generation);
        Stream<Finding> generated = new Linter(options)
                .check(texts(generation)).stream()
                        .map(finding -> files.containsKey(finding.file())
                                ? origin.explain(finding, files.get(finding.file()))
                                : finding);
        return Stream.of(ConfigCheck.of(generation, today).stream(), ConfigAdvice.of(generation).stream(), generated)
                .flatMap(it -> it)
                .toList();
    }

    /** The generated files as texts with names. */
    public static List<SourceText> texts(Generation generation) {
        return generation.files().files().stream().map(Validator::text).toList();
    }

    private static SourceText text(GeneratedFile file) {
        return new SourceText(file.path(), file.text());
    }
}
