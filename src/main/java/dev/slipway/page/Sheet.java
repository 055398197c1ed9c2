package dev.slipway.page;

import dev.slipway.Generation;
import dev.slipway.Validator;
import dev.slipway.report.TagSimulator;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the page says about one project.
 *
 * @param id what its places are called, such as {@code p1}
 * @param heading the repository, or the config if that cannot be read
 * @param place where the config is
 * @param problem why there is no plan; empty if there is one
 * @param plan one, or none if the config is no good
 * @param findings what is wrong
 * @param files the config and what it extends, then what is generated from it
 */
public record Sheet(
        String id,
        String heading,
        String place,
        String problem,
        List<Plan> plan,
        List<Note> findings,
        List<CodeFile> files) {
    public Sheet {
        plan = List.copyOf(plan);
        findings = List.copyOf(findings);
        files = List.copyOf(files);
    }

    /**
     * A sheet with a plan.
     *
     * @param place the config as the user would find it
     * @param tag the tag that was asked for; an example if absent
     * @param suggestions tags to try
     */
    public static Sheet of(
            String id,
            String place,
            Generation generation,
            TagSimulator simulator,
            Optional<String> tag,
            List<String> suggestions,
            List<Finding> findings) {
        List<SourceText> configs = generation.document().sources();
        List<SourceText> texts = new ArrayList<>(configs);
        texts.addAll(Validator.texts(generation));
        return new Sheet(
                id,
                generation.plan().project().repository().slug(),
                place,
                "",
                List.of(Plan.of(simulator, tag, suggestions)),
                Note.of(id, findings, texts),
                CodeFile.of(id, texts, configs.size(), findings));
    }

    /** A sheet about a config that is invalid. */
    public static Sheet of(String id, String place, InvalidSource invalid) {
        List<SourceText> texts = invalid.sources();
        return new Sheet(
                id,
                place,
                place,
                "The config is invalid, so there is no plan yet.",
                List.of(),
                Note.of(id, invalid.findings(), texts),
                CodeFile.of(id, texts, texts.size(), invalid.findings()));
    }

    /** A sheet about a config that cannot be read. */
    public static Sheet unreadable(String id, String place, String problem) {
        return new Sheet(id, place, place, problem, List.of(), List.of(), List.of());
    }

    /** Whether the tag that was asked for makes no release. */
    public boolean refuses() {
        return plan.stream().anyMatch(it -> !it.answer().refused().isEmpty());
    }

    /** How bad the worst finding is; empty if there is none. */
    public String worst() {
        return findings.stream()
                .map(Note::severity)
                .min((one, other) -> Note.rank(one) - Note.rank(other))
                .orElse("");
    }
}
