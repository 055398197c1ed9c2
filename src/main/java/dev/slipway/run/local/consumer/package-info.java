/** Tries the files of a release as those would who download them. */
@Internal
@NullMarked
package dev.slipway.run.local.consumer;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
