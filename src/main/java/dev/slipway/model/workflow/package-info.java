/**
 * GitHub Actions workflows as Java values. A wrong matrix column, a text as a condition, or a need of something that is not
 * a job does not compile.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax">Workflow syntax</a>
 */
@NullMarked
package dev.slipway.model.workflow;

import org.jspecify.annotations.NullMarked;
