/** The pretended runner on which the steps of a job run: its programs, its home folder, and what was stood in for. */
@NullMarked
package dev.slipway.run.local.machine;

import org.jspecify.annotations.NullMarked;
