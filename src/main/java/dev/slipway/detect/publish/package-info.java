/** What release workflows publish in addition to files, and which of their steps a config does not replace. */
@Internal
@NullMarked
package dev.slipway.detect.publish;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
