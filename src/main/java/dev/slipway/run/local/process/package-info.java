/** Processes of this machine, and commands that are answered instead of started. */
@Internal
@NullMarked
package dev.slipway.run.local.process;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
