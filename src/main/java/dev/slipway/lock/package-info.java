/** GitHub's lockfile of actions: what it says, and where. */
@Internal
@NullMarked
package dev.slipway.lock;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
