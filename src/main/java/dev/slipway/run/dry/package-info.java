/** Walks a workflow without doing anything: what it would do, as far as that can be told. */
@NullMarked
package dev.slipway.run.dry;

import org.jspecify.annotations.NullMarked;
