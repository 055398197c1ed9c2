package dev.slipway.model.workflow;

import java.util.Optional;

/**
 * The deployment environment of a job, with its approvals and secrets.
 *
 * @param url shown beside the deployment
 * @param deployment whether a deployment is recorded; GitHub's default is yes
 */
public record Environment(Text name, Optional<Text> url, Optional<Value> deployment) {
    public static Environment named(String name) {
        return new Environment(Text.of(name), Optional.empty(), Optional.empty());
    }
}
