/** Go: every target from one machine. */
@Internal
@NullMarked
package dev.slipway.toolchain.go;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
