/** Anything that a command builds: C, Zig, Haskell and what has no toolchain of its own here. */
@NullMarked
package dev.slipway.toolchain.command;

import org.jspecify.annotations.NullMarked;
