/** What toolchains for Java have in common: a jar with its own runtime, or an executable that GraalVM compiles. */
@Internal
@NullMarked
package dev.slipway.toolchain.jvm;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
