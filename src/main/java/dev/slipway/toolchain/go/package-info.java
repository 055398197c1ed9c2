/** Go: every target from one machine. */
@NullMarked
package dev.slipway.toolchain.go;

import org.jspecify.annotations.NullMarked;
