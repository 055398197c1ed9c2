/** What a shell script would do, as far as that can be told without running it. */
@Internal
@NullMarked
package dev.slipway.shell;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
