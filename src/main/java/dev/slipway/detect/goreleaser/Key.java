package dev.slipway.detect.goreleaser;

import java.util.List;

/**
 * A key of a Slipway config, and what the GoReleaser config says for it.
 *
 * @param path such as {@code go.ldflags}
 * @param values one, or those of a list
 * @param from where that was read
 */
public record Key(String path, List<String> values, String from) {
    public Key {
        values = List.copyOf(values);
    }
}
