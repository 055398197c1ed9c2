/** The walk through a workflow: does the event start it, which jobs, in which order, which rows, which steps. */
@Internal
@NullMarked
package dev.slipway.run;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
