/** The command line: words, options, exit codes, colours. */
@NullMarked
package dev.slipway.cli;

import org.jspecify.annotations.NullMarked;
