/** Stand-ins for the actions that a release uses: they do what the actions do on GitHub, except for what leaves the machine. */
@Internal
@NullMarked
package dev.slipway.run.local.action;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
