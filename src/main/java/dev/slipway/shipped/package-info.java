/** The files that come with the program: templates, scripts and data. */
@Internal
@NullMarked
package dev.slipway.shipped;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
