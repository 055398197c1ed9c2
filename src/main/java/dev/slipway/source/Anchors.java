package dev.slipway.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the aliases of a document may refer to; keeps a few small aliases from becoming a huge document. */
final class Anchors {
    /** A value, how many characters it takes when its aliases are spelled out, and how deep it is. */
    record Built(Node node, long size, int depth) {}

    private final Map<String, Optional<Built>> named = new HashMap<>();
    private final YamlFault fault;
    private long repeated;

    Anchors(YamlFault fault) {
        this.fault = fault;
    }

    /** Until a list or mapping ends, its name is known but refers to nothing: a value cannot hold itself. */
    void open(String name) {
        named.put(name, Optional.empty());
    }

    void close(String name, Built built) {
        named.put(name, Optional.of(built));
    }

    Built resolve(String name, Span alias) {
        if (!named.containsKey(name)) {
            throw fault.at(
                    alias,
                    "anchor " + Quote.of("&" + name) + " is not defined before this",
                    "put a string that starts with '*' in quotes");
        }
        Built target = named.get(name)
                .orElseThrow(() -> fault.at(
                        alias, Quote.of("*" + name) + " is inside the value it refers to", "write the value out"));
        repeated += target.size();
        if (repeated > YamlReader.MAX_LENGTH) {
            throw fault.at(
                    alias, "with its aliases expanded, the file is larger than 1 MiB", "use fewer aliases of aliases");
        }
        return target;
    }
}
