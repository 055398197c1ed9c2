/** What a repository tells about itself, and what in it can break a release. */
@Internal
@NullMarked
package dev.slipway.detect;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
