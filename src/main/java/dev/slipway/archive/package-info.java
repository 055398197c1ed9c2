/** What is in an archive, told without unpacking it. */
@NullMarked
package dev.slipway.archive;

import org.jspecify.annotations.NullMarked;
