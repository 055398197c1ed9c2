/** Reads workflows, ours or anybody's, into the model. */
@NullMarked
package dev.slipway.read;

import org.jspecify.annotations.NullMarked;
