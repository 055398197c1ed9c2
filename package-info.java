/** What the world outside announces with a date: runners that come and go, the C libraries of images. */
@NullMarked
package dev.slipway.facts;

import org.jspecify.annotations.NullMarked;
