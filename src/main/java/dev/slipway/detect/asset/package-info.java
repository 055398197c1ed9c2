/** The files of a release, and what their names mean. */
@Internal
@NullMarked
package dev.slipway.detect.asset;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
