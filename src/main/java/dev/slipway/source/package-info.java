/** Positions in a text, and problems at them. */
@Internal
@NullMarked
package dev.slipway.source;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
