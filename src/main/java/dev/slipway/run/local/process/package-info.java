/** Processes of this machine, and commands that are answered instead of started. */
@NullMarked
package dev.slipway.run.local.process;

import org.jspecify.annotations.NullMarked;
