/** Maven: a jar, shipped with its own Java runtime. */
@Internal
@NullMarked
package dev.slipway.toolchain.maven;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
