/** Completion scripts for shells, all generated from the same description of the command line. */
@Internal
@NullMarked
package dev.slipway.cli.completion;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
