/** What commands print: findings, drift and plans, as text for people and in the formats that programs read. */
@Internal
@NullMarked
package dev.slipway.report;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
