package dev.slipway.source;

import java.util.List;

/** Makes the finding that reading a text as YAML ends with. */
record YamlFault(SourceText source) {
    static final String RULE = "yaml";

    InvalidSource at(Span span, String message, String help) {
        return new InvalidSource(
                source, List.of(new Finding(RULE, Severity.ERROR, source.name(), span, message, help)));
    }

    InvalidSource duplicate(String key, Span place, int firstLine) {
        return at(
                place,
                "duplicate key " + Quote.of(key),
                "the first one is in line " + firstLine + "; keep one of them");
    }
}
