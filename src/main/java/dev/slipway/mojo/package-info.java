/** Goals of Maven: the commands that a build runs, as a plugin. Maven's API belongs to this package alone. */
@Internal
@NullMarked
package dev.slipway.mojo;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
