package dev.slipway.toolchain;

import dev.slipway.facts.ActionTable;
import dev.slipway.model.workflow.JobBuilder;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Where the packages of a language are published.
 *
 * @param title its name, for people
 * @param page the page on which a maintainer configures a trusted publisher or creates a token
 * @param secret the secret with the token, if it does not trust the workflow
 * @param packages what is published, in this order; empty for the released packages and what they need
 * @param publish adds the steps that publish the sources, which are checked out
 */
public record PackageRegistry(
        String title, String page, String secret, List<String> packages, UnaryOperator<JobBuilder> publish) {
    public PackageRegistry {
        packages = List.copyOf(packages);
    }

    /**
     * What is to be published.
     *
     * @param project its name, which a program has unless it says otherwise
     * @param packages in the order of their publication; empty for the released ones and what they need
     * @param trusted whether the registry trusts the workflow, so that there is no secret
     */
    public record Publication(String project, List<String> packages, boolean trusted, ActionTable actions) {
        public Publication {
            packages = List.copyOf(packages);
        }
    }
}
