/** What a JReleaser config says: the files of its release by name, and the rest in the words of a config. */
@Internal
@NullMarked
package dev.slipway.detect.jreleaser;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
