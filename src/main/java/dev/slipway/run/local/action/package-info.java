/** What stands in for the actions that a release uses: they do here what they do on GitHub, but for what leaves the machine. */
@NullMarked
package dev.slipway.run.local.action;

import org.jspecify.annotations.NullMarked;
