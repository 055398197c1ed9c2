/** Maven: a jar, shipped with a Java runtime of its own. */
@NullMarked
package dev.slipway.toolchain.maven;

import org.jspecify.annotations.NullMarked;
