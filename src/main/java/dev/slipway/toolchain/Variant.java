package dev.slipway.toolchain;

import dev.slipway.facts.ActionTable;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Text;
import java.util.List;
import java.util.Optional;

/**
 * The variant of a build job that steps run in.
 *
 * @param platform the word of the variant at hand in the name of its archive
 * @param os what the variants are built for
 * @param target what the toolchain calls the target of the variant at hand
 * @param container whether the job runs in a container, if the tools of hosted runners are missing
 * @param methods what tells the variants' builds apart
 * @param features the features of the variant, in place of those of the toolchain's settings; separated by commas
 * @param glibc the oldest GNU C library to run with; empty in variants that do not care
 * @param variables the variables that the config sets, for builds that have to be told which to take over
 * @param name the name of the project
 * @param tag the tag that is released
 */
public record Variant(
        Text platform,
        Os os,
        Text target,
        boolean container,
        VariantMethods methods,
        Optional<Text> features,
        Optional<Expr<String>> glibc,
        List<String> variables,
        String name,
        TagName tag,
        ActionTable actions) {
    public Variant {
        variables = List.copyOf(variables);
    }
}
