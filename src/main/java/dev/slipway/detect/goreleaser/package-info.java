/** What a GoReleaser config says: its templates evaluated for each target, and the rest in the words of a config. */
@Internal
@NullMarked
package dev.slipway.detect.goreleaser;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
