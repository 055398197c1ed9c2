/** A set of generated files, compared with or written to a tree. */
@Internal
@NullMarked
package dev.slipway.files;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
