/**
 * Common actions as steps whose inputs and outputs are methods. The build writes these classes from the facts about each
 * action; {@code slipway action-class} writes one for any other action.
 */
@NullMarked
package dev.slipway.action;

import org.jspecify.annotations.NullMarked;
