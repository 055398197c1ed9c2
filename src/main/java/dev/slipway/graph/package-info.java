/** The jobs of a workflow and who waits for whom, drawn. */
@NullMarked
package dev.slipway.graph;

import org.jspecify.annotations.NullMarked;
