/** Projects whose build no toolchain of Slipway knows. */
@Internal
@NullMarked
package dev.slipway.detect.other;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
