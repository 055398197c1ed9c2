/** The scripts that teach shells our words, all made from the same description of the command line. */
@Internal
@NullMarked
package dev.slipway.cli.completion;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
