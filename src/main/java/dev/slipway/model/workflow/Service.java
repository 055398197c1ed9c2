package dev.slipway.model.workflow;

import java.util.Optional;

/**
 * A container that runs during a job, such as a database for its tests.
 *
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idservices">services</a>
 */
public record Service(Container container, Optional<Text> entrypoint, Optional<Text> command) {
    public static Service of(Container container) {
        return new Service(container, Optional.empty(), Optional.empty());
    }
}
