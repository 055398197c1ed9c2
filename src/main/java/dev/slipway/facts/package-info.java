/** What GitHub and others change on their own days, as dated data: action releases, runner labels, C libraries. */
@Internal
@NullMarked
package dev.slipway.facts;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
