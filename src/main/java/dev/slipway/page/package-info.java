/** The page about a plan that a browser shows: one file, without a network. */
@Internal
@NullMarked
package dev.slipway.page;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
