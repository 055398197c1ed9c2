/** The line from the text of a {@code slipway.yml} to a set of generated files. */
@NullMarked
package dev.slipway;

import org.jspecify.annotations.NullMarked;
