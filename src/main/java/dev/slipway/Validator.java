package dev.slipway;

import dev.slipway.files.GeneratedFile;
import dev.slipway.lint.LintOptions;
import dev.slipway.lint.Linter;
import dev.slipway.source.Finding;
import dev.slipway.source.SourceText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Validates what was generated before it is written: nobody is given a file that GitHub or Docker would refuse. */
public final class Validator {
    private final LocalDate today;

    /** @param today the day that dated facts, such as the end of a runner, are compared with */
    public Validator(LocalDate today) {
        this.today = today;
    }

    /** What the config warns of, and everything that is wrong with the generated files, with its key of the config. */
    public List<Finding> check(Generation generation) {
        Map<String, SourceText> files =
                texts(generation).stream().collect(Collectors.toMap(SourceText::name, Function.identity()));
        Origin origin = new Origin(generation);
        List<Finding> found = new ArrayList<>(ConfigAdvice.of(generation));
        new Linter(new LintOptions(today))
                .check(texts(generation)).stream()
                        .map(finding -> files.containsKey(finding.file())
                                ? origin.explain(finding, files.get(finding.file()))
                                : finding)
                        .forEach(found::add);
        return found;
    }

    /** The generated files as texts with names. */
    public static List<SourceText> texts(Generation generation) {
        return generation.files().files().stream().map(Validator::text).toList();
    }

    private static SourceText text(GeneratedFile file) {
        return new SourceText(file.path(), file.text());
    }
}
