package dev.slipway.plan;

import dev.slipway.toolchain.Recipe;
import dev.slipway.toolchain.Target;

/**
 * One archive's worth of building.
 *
 * @param platform the word of the config, which is the word in the file name
 * @param arch the processor as the config writes it, for names of archives
 * @param runner the label of the machine it is built on
 * @param archive what the archive is called
 * @param own what only this build has
 */
public record Build(
        String platform,
        String arch,
        Target target,
        Recipe recipe,
        String runner,
        ArchiveName archive,
        BuildOptions own) {}
