/** Anything that a command builds: C, Zig, Haskell and what has no toolchain of its own here. */
@Internal
@NullMarked
package dev.slipway.toolchain.command;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
