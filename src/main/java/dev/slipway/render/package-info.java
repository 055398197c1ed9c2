/**
 * How a value of the model looks as text. Templates say which key stands where; a page of the kind of file (YAML,
 * Dockerfile, ignore file, Markdown) says how a value is written there, so that quoting cannot be forgotten. The one
 * place of FreeMarker.
 */
@Internal
@NullMarked
package dev.slipway.render;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
