/** Gradle: a program on the Java platform, shipped with a runtime of its own. */
@NullMarked
package dev.slipway.toolchain.gradle;

import org.jspecify.annotations.NullMarked;
