/** Where something stands in a text, and what is wrong there. */
@Internal
@NullMarked
package dev.slipway.source;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
