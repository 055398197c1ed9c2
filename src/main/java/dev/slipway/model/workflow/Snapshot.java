package dev.slipway.model.workflow;

import java.util.Optional;

/** A custom runner image that is made of what a job leaves behind. */
public record Snapshot(Text imageName, Optional<Text> version, Optional<Expr<Boolean>> condition) {}
