/** The Maven plugin: commands as goals. Only this package uses Maven's API. */
@Internal
@NullMarked
package dev.slipway.mojo;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
