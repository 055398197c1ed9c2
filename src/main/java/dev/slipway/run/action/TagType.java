package dev.slipway.run.action;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The types of a line of {@code tags}; a higher priority comes first, and the first tag names the version. */
enum TagType {
    SCHEDULE(1000, Map.of("pattern", "nightly")),
    SEMVER(900, Map.of("value", "", "match", "")),
    PEP440(900, Map.of("value", "", "match", "")),
    MATCH(800, Map.of("group", "0", "value", "")),
    EDGE(700, Map.of("branch", "")),
    REF(600, Map.of()),
    RAW(200, Map.of()),
    SHA(100, Map.of("prefix", "sha-", "format", "short"));

    private final int priority;
    private final Map<String, String> defaults;

    TagType(int priority, Map<String, String> defaults) {
        this.priority = priority;
        this.defaults = defaults;
    }

    int priority() {
        return priority;
    }

    /** The default attributes of this type. */
    Map<String, String> defaults() {
        return defaults;
    }

    String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TagType of(String keyword) {
        List<TagType> all = Arrays.asList(values());
        return all.stream()
                .filter(type -> type.keyword().equals(keyword))
                .findFirst()
                .orElseThrow(() -> new MetadataFault("Unknown tag type `%s`: write one of %s."
                        .formatted(keyword, all.stream().map(TagType::keyword).collect(Collectors.joining(", ")))));
    }
}
