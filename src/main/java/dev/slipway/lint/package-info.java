/** What is wrong with a workflow, a Dockerfile and an ignore file, ours or anybody's: one class a rule. */
@Internal
@NullMarked
package dev.slipway.lint;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
