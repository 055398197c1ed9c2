/** Artifacts of a run: found, kept and fetched by the rules of the actions that do it. */
@NullMarked
package dev.slipway.run.local.artifact;

import org.jspecify.annotations.NullMarked;
