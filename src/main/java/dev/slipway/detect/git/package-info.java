/** What Git knows: remotes, tags, and the files that a plain checkout leaves out. */
@Internal
@NullMarked
package dev.slipway.detect.git;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
