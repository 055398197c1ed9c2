/** What toolchains for Java have in common: a jar with a runtime of its own, or an executable that GraalVM compiles. */
@Internal
@NullMarked
package dev.slipway.toolchain.jvm;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
