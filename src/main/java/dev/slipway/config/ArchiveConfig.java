package dev.slipway.config;

import java.util.List;
import java.util.Optional;

/**
 * What a release archive is called and what lies in it beside the binaries.
 *
 * @param name with {@code {name}}, {@code {tag}}, {@code {platform}} and {@code {target}} to fill in
 * @param include patterns of files; empty for none
 */
public record ArchiveConfig(Optional<String> name, Optional<List<String>> include) {
    public ArchiveConfig {
        include = include.map(List::copyOf);
    }
}
