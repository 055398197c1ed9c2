/** Container engines of this machine: job containers, images, and what runs in them. Nothing is pushed from here. */
@Internal
@NullMarked
package dev.slipway.run.local.engine;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
