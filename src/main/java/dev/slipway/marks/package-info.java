/** The mark that tells what is for users of Slipway as a library from what is not. */
@Internal
@NullMarked
package dev.slipway.marks;

import org.jspecify.annotations.NullMarked;
