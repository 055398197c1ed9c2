/** The first config of a project: what its repository tells, turned into a {@code slipway.yml}. */
@Internal
@NullMarked
package dev.slipway.init;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
