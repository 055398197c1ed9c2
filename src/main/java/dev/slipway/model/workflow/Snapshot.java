package dev.slipway.model.workflow;

import java.util.Optional;

/** A custom runner image, created from the runner at the end of a job. */
public record Snapshot(Text imageName, Optional<Text> version, Optional<Expr<Boolean>> condition) {}
