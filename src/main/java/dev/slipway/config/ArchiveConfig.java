package dev.slipway.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The key {@code archive}: the names of the archives, and what is in them in addition to the programs.
 *
 * @param name the name of an archive without its ending, with placeholders such as {@code {tag}}
 * @param layouts by operating system, such as {@code linux}; the one under the empty key is for all others
 * @param formats by operating system; the one under the empty key is for all others
 * @param include patterns of files of the repository, each optionally followed by {@code =>} and a folder of the archive
 * @param generate paths in the archive, each with the command of the program that prints the file
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
