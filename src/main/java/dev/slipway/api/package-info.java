/**
 * The entry point for Java programs: {@link dev.slipway.api.Slipway} writes and checks workflows that are built from the
 * values of {@link dev.slipway.model.workflow}.
 */
@NullMarked
package dev.slipway.api;

import org.jspecify.annotations.NullMarked;
