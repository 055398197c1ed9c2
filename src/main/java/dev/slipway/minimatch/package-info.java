/** Patterns of names and paths, as the actions that upload and download artifacts read them. */
@Internal
@NullMarked
package dev.slipway.minimatch;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
