/** What was found in a repository, and the place that shows it. */
@Internal
@NullMarked
package dev.slipway.detect.fact;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
