/** GitHub's lockfile of actions: what it says, and where. */
@NullMarked
package dev.slipway.lock;

import org.jspecify.annotations.NullMarked;
