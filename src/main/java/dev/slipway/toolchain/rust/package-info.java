/** Rust: Cargo and rustup. */
@Internal
@NullMarked
package dev.slipway.toolchain.rust;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
