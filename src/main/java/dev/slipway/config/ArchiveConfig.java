package dev.slipway.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a release archive is called and what lies in it beside the binaries.
 *
 * @param name with placeholders such as {@code {tag}} to fill in
 * @param layouts by the word of an operating system; the one under no word is for all others
 * @param formats by the word of an operating system; the one under no word is for all others
 * @param include patterns of files, each with the folder that they go to behind {@code =>}; empty for none
 * @param generate files that the program itself makes, and the command that prints each
 */
public record ArchiveConfig(
        Optional<String> name,
        Map<String, ArchiveLayout> layouts,
        Map<String, ArchiveFormat> formats,
        Optional<List<String>> include,
        Map<String, String> generate) {
    public ArchiveConfig {
        layouts = Collections.unmodifiableMap(new LinkedHashMap<>(layouts));
        formats = Collections.unmodifiableMap(new LinkedHashMap<>(formats));
        include = include.map(List::copyOf);
        generate = Collections.unmodifiableMap(new LinkedHashMap<>(generate));
    }
}
