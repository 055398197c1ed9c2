/** How a repository releases today, from its workflows and from the configs of release tools. */
@Internal
@NullMarked
package dev.slipway.detect.release;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
