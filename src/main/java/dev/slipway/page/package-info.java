/** The page about a plan that a browser shows: one file, without a network. */
@NullMarked
package dev.slipway.page;

import org.jspecify.annotations.NullMarked;
