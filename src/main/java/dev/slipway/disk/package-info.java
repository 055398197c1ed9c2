/** The one door through which the files of a repository are read: regular files inside it, and a bounded part of each. */
@Internal
@NullMarked
package dev.slipway.disk;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
