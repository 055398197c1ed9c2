package dev.slipway.config;

import java.util.Optional;

/**
 * What a checkout fetches in addition to the files of the repository; absent for the defaults.
 *
 * @param submodules {@code true} or {@code recursive}; empty for none
 * @param lfs whether files of Git LFS are downloaded, instead of only their pointers
 */
public record SourcesConfig(Optional<String> submodules, Optional<Boolean> lfs) {}
