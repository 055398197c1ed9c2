/** What is wrong with a workflow, ours or anybody's. */
@NullMarked
package dev.slipway.lint;

import org.jspecify.annotations.NullMarked;
