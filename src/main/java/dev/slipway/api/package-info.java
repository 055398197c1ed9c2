/**
 * The way into Slipway for programs in Java: {@link dev.slipway.api.Slipway} writes and checks workflows that are made of
 * the values of {@link dev.slipway.model.workflow}.
 */
@NullMarked
package dev.slipway.api;

import org.jspecify.annotations.NullMarked;
