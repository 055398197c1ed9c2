package dev.slipway.plan;

import dev.slipway.toolchain.Recipe;
import dev.slipway.toolchain.Target;

/**
 * One archive's worth of building.
 *
 * @param platform the word of the config, which is the word in the file name
 * @param runner the label of the machine it is built on
 * @param archive what the archive is called
 */
public record Build(String platform, Target target, Recipe recipe, String runner, ArchiveName archive) {}
