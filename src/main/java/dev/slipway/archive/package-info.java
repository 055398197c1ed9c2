/** What is in an archive, told without unpacking it. */
@Internal
@NullMarked
package dev.slipway.archive;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
