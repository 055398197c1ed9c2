/** What commands print: findings, drift and plans, as text for people and in the formats that programs read. */
@NullMarked
package dev.slipway.report;

import org.jspecify.annotations.NullMarked;
