/** The jobs of a workflow and who waits for whom, drawn. */
@Internal
@NullMarked
package dev.slipway.graph;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
