/** The mark of everything that is not part of the API. */
@Internal
@NullMarked
package dev.slipway.marks;

import org.jspecify.annotations.NullMarked;
