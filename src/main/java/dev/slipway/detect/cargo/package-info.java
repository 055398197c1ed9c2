/** Projects that Cargo builds. */
@Internal
@NullMarked
package dev.slipway.detect.cargo;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
