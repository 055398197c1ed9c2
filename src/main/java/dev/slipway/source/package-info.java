/** Where something stands in a text, and what is wrong there. */
@NullMarked
package dev.slipway.source;

import org.jspecify.annotations.NullMarked;
