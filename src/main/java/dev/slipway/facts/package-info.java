/** What GitHub and others change on their own days, as dated data: action releases, runner labels, C libraries. */
@NullMarked
package dev.slipway.facts;

import org.jspecify.annotations.NullMarked;
