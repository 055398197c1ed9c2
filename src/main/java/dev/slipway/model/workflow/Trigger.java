package dev.slipway.model.workflow;

/**
 * What starts a workflow.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows">Events</a>
 */
public sealed interface Trigger permits Event, Schedule, WorkflowDispatch, WorkflowCall {}
