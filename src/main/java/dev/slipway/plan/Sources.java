package dev.slipway.plan;

import dev.slipway.config.SourcesConfig;
import java.util.Optional;

/**
 * What a checkout fetches in addition to the files of the repository.
 *
 * @param submodules {@code true} or {@code recursive}, if they are checked out
 * @param lfs whether files of Git LFS are downloaded, instead of the pointers to them
 * @param asked what the config says, which may be that nobody needs them
 */
public record Sources(Optional<String> submodules, boolean lfs, SourcesConfig asked) {
    static Sources of(SourcesConfig config) {
        return new Sources(
                config.submodules().filter(depth -> !depth.isEmpty()),
                config.lfs().orElse(false),
                config);
    }
}
