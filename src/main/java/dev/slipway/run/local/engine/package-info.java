/** Container engines of this machine: job containers, images, and what runs in them. Nothing is pushed from here. */
@NullMarked
package dev.slipway.run.local.engine;

import org.jspecify.annotations.NullMarked;
