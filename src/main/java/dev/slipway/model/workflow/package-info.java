/**
 * What a GitHub Actions workflow is, as Java values: a wrong matrix column, a text where a condition belongs, or a need
 * of something that is no job does not compile.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax">Workflow syntax</a>
 */
@NullMarked
package dev.slipway.model.workflow;

import org.jspecify.annotations.NullMarked;
