/** Classes in Java for actions: what an {@code action.yml} says, as methods. */
@Internal
@NullMarked
package dev.slipway.typed;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
