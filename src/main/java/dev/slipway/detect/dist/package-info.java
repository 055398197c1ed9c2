/** What the config of dist, once cargo-dist, says about a release, in the words of Slipway's config. */
@Internal
@NullMarked
package dev.slipway.detect.dist;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
