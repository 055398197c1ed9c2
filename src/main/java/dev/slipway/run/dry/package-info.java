/** Walks a workflow without doing anything: what it would do, as far as that can be told. */
@Internal
@NullMarked
package dev.slipway.run.dry;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
