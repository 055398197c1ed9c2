/** Stands in for GitHub and for the programs that talk to it: releases, pushes and proofs are kept here, and recorded. */
@Internal
@NullMarked
package dev.slipway.run.local.github;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
