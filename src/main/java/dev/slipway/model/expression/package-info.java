/** The expressions of GitHub Actions, {@code ${{ … }}}, as values. */
@NullMarked
package dev.slipway.model.expression;

import org.jspecify.annotations.NullMarked;
