/** Stands in for GitHub and for the programs that talk to it: releases, pushes and proofs are kept here, and recorded. */
@NullMarked
package dev.slipway.run.local.github;

import org.jspecify.annotations.NullMarked;
