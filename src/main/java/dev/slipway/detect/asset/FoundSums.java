package dev.slipway.detect.asset;

import java.util.Optional;

/**
 * How a release that exists makes checksums.
 *
 * @param style {@code per-file}, {@code combined} or {@code both}
 * @param file what the file with all of them is called, with {@code {tag}} and {@code {version}}
 */
public record FoundSums(String style, Optional<String> file) {}
