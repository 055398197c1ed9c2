package dev.slipway.detect.cargo;

import java.util.List;

/**
 * A Rust with which a release builds some of its targets, besides that of most.
 *
 * @param channel a version or a channel
 * @param triples what is built with it
 * @param from where that is said
 */
public record OtherToolchain(String channel, List<String> triples, String from) {
    public OtherToolchain {
        triples = List.copyOf(triples);
    }
}
