/** Gradle: a program on the Java platform, shipped with its own runtime. */
@Internal
@NullMarked
package dev.slipway.toolchain.gradle;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
