package dev.slipway.model.workflow;

import java.util.Optional;

/**
 * The deployment environment of a job, with its approvals and secrets.
 *
 * @param url the link of the deployment
 * @param deployment whether GitHub records a deployment; true by default
 */
public record Environment(Text name, Optional<Text> url, Optional<Value> deployment) {
    public static Environment named(String name) {
        return new Environment(Text.of(name), Optional.empty(), Optional.empty());
    }
}
