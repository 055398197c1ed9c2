package dev.slipway.toolchain;

import dev.slipway.facts.ActionTable;
import dev.slipway.model.workflow.Expr;

/**
 * The variant of a build job that steps run in.
 *
 * @param target what the toolchain calls the target of the variant at hand
 * @param container whether the job runs in a container, where the tools of hosted runners are missing
 * @param name the name of the project
 */
public record Cell(Expr<String> target, boolean container, String name, ActionTable actions) {}
