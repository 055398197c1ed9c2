/** Artifacts of a run: found, kept and fetched by the rules of the actions that do it. */
@Internal
@NullMarked
package dev.slipway.run.local.artifact;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
