/** The expressions of GitHub Actions, {@code ${{ … }}}, as values. */
@Internal
@NullMarked
package dev.slipway.model.expression;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
