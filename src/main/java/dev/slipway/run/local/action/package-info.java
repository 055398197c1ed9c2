/** What stands in for the actions that a release uses: they do here what they do on GitHub, but for what leaves the machine. */
@Internal
@NullMarked
package dev.slipway.run.local.action;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
