/** The scripts that teach shells our words, all made from the same description of the command line. */
@NullMarked
package dev.slipway.cli.completion;

import org.jspecify.annotations.NullMarked;
