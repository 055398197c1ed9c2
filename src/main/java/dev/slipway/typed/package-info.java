/** Writes Java classes for actions, with a method for each input and output of an {@code action.yml}. */
@Internal
@NullMarked
package dev.slipway.typed;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
