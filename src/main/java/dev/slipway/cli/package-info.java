/** The command line: words, options, exit codes, colors. */
@Internal
@NullMarked
package dev.slipway.cli;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
