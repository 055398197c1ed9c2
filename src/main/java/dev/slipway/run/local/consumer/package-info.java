/** Tries the files of a release as those would who download them. */
@NullMarked
package dev.slipway.run.local.consumer;

import org.jspecify.annotations.NullMarked;
