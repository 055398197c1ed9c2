/** The command line: words, options, exit codes, colours. */
@Internal
@NullMarked
package dev.slipway.cli;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
