/** What a GoReleaser config says: its templates evaluated for each target, and the rest in the words of a config. */
@NullMarked
package dev.slipway.detect.goreleaser;

import org.jspecify.annotations.NullMarked;
