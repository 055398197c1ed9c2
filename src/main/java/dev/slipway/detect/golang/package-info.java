/** Projects that Go builds. */
@Internal
@NullMarked
package dev.slipway.detect.golang;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
