/** How a repository builds its container images. */
@Internal
@NullMarked
package dev.slipway.detect.image;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
