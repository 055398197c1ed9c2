/** A set of generated files, compared with or written to a tree. */
@NullMarked
package dev.slipway.files;

import org.jspecify.annotations.NullMarked;
