/** What a repository tells about itself, and what in it can break a release. */
@NullMarked
package dev.slipway.detect;

import org.jspecify.annotations.NullMarked;
