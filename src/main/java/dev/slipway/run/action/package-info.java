/** What the actions that Slipway knows do, as rules without side effects. */
@Internal
@NullMarked
package dev.slipway.run.action;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
