/** What the config of dist, once cargo-dist, says about a release, in the words of Slipway's config. */
@NullMarked
package dev.slipway.detect.dist;

import org.jspecify.annotations.NullMarked;
