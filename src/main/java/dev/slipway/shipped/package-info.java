/** The files that come with the program: templates, scripts and data. */
@NullMarked
package dev.slipway.shipped;

import org.jspecify.annotations.NullMarked;
