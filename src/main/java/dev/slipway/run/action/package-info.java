/** What the actions that Slipway knows do, as rules without side effects. */
@NullMarked
package dev.slipway.run.action;

import org.jspecify.annotations.NullMarked;
