/** Reads workflows, ours or anybody's, into the model. */
@Internal
@NullMarked
package dev.slipway.read;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
