/** Maven: a jar, shipped with a Java runtime of its own. */
@Internal
@NullMarked
package dev.slipway.toolchain.maven;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
