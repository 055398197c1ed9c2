/** Runs a workflow on this machine: processes, containers, and stand-ins for what would leave it. */
@NullMarked
package dev.slipway.run.local;

import org.jspecify.annotations.NullMarked;
