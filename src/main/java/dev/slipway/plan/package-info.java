/** What a release of a project is, with every default resolved. */
@Internal
@NullMarked
package dev.slipway.plan;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
