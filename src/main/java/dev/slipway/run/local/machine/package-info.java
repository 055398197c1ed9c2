/** The simulated runner on which the steps of a job run: its programs, its home folder, and what was stood in for. */
@Internal
@NullMarked
package dev.slipway.run.local.machine;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
