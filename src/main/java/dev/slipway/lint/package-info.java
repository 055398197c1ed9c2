/** What is wrong with a workflow, a Dockerfile and an ignore file, ours or anybody's: one class a rule. */
@NullMarked
package dev.slipway.lint;

import org.jspecify.annotations.NullMarked;
