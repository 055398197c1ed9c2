/**
 * What a Dockerfile and an ignore file are, as Java values.
 *
 * @see <a href="https://docs.docker.com/reference/dockerfile/">Dockerfile reference</a>
 */
@Internal
@NullMarked
package dev.slipway.model.docker;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
