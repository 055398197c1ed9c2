package dev.slipway.schema;

import static dev.slipway.schema.JsonSchema.ordered;
import static dev.slipway.schema.JsonSchema.words;

import dev.slipway.Toolchains;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a schema says of toolchains, and no shape does: a config has one of them, and each knows targets and jobs of its own.
 *
 * @param offers what each toolchain has, by its key
 */
record ToolchainRules(Map<String, Offer> offers) {
    /** A file that another one extends may have what this one lacks. */
    static final Map<String, Object> EXTENDS = Map.of("required", List.of("extends"));

    /**
     * What a toolchain has.
     *
     * @param triples whether it has other names for targets than the words that all have
     * @param jobs the words of {@code ci.jobs}
     */
    record Offer(boolean triples, List<String> jobs) {}

    /** One of the toolchains, and one alone, and what it has; in words that a person can read where the editor shows them. */
    List<Object> all() {
        List<String> toolchains = List.copyOf(Toolchains.READERS.keySet());
        String all = String.join(", ", toolchains.subList(0, toolchains.size() - 1)) + " or "
                + toolchains.get(toolchains.size() - 1);
        List<Object> rules = new ArrayList<>();
        List<Object> present = toolchains.stream()
                .<Object>map(key -> Map.of("required", List.of(key)))
                .toList();
        List<Object> presentOrExtended = new ArrayList<>(present);
        presentOrExtended.add(EXTENDS);
        rules.add(ordered(
                "if",
                Map.of("not", Map.of("anyOf", presentOrExtended)),
                "then",
                ordered(
                        "required",
                        List.of(toolchains.get(0)),
                        "errorMessage",
                        "no toolchain: add one of " + all + ", such as 'rust: {}'")));
        for (int i = 1; i < toolchains.size(); i++) {
            String key = toolchains.get(i);
            rules.add(ordered(
                    "if",
                    Map.of("anyOf", present.subList(0, i)),
                    "then",
                    ordered(
                            "properties",
                            ordered(key, false),
                            "errorMessage",
                            "only one toolchain is allowed: keep the one that builds the programs")));
        }
        offers.forEach((toolchain, offer) -> rules.add(
                ordered("if", Map.of("required", List.of(toolchain)), "then", ordered("properties", special(offer)))));
        return rules;
    }

    /** What one toolchain has, of the words that all of them have together. */
    private static Map<String, Object> special(Offer offer) {
        Map<String, Object> special = new LinkedHashMap<>();
        if (!offer.triples()) {
            Map<String, Object> word = KnownWords.target();
            Map<String, Object> target = ordered("type", "object", "properties", ordered("target", word));
            Map<String, Object> list = ordered("type", "array", "items", ordered("anyOf", List.of(word, target)));
            special.put("targets", ordered("anyOf", List.of(word, target, list)));
        }
        Map<String, Object> job = words(offer.jobs());
        job.put("errorMessage", "unknown job: write one of " + String.join(", ", offer.jobs()));
        Map<String, Object> jobs = ordered("anyOf", List.of(job, ordered("type", "array", "items", job)));
        special.put("ci", ordered("properties", ordered("jobs", jobs)));
        return special;
    }
}
