/** A release that people download already: what its files are called, and which of them a new release keeps. */
@Internal
@NullMarked
package dev.slipway.published;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
