/** Rust: Cargo and rustup. */
@NullMarked
package dev.slipway.toolchain.rust;

import org.jspecify.annotations.NullMarked;
