/** A release that people download already: what its files are called, and which of them a new release keeps. */
@NullMarked
package dev.slipway.published;

import org.jspecify.annotations.NullMarked;
