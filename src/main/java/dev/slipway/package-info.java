/** The line from the text of a {@code slipway.yml} to a set of generated files. */
@Internal
@NullMarked
package dev.slipway;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
