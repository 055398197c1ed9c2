/** Runs a workflow on this machine: processes, containers, and stand-ins for what would leave it. */
@Internal
@NullMarked
package dev.slipway.run.local;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
