/** Classes in Java for actions: what an {@code action.yml} says, as methods. */
@NullMarked
package dev.slipway.typed;

import org.jspecify.annotations.NullMarked;
