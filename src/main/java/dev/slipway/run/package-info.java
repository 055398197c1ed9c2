/** The walk through a workflow: does the event start it, which jobs, in which order, which rows, which steps. */
@NullMarked
package dev.slipway.run;

import org.jspecify.annotations.NullMarked;
