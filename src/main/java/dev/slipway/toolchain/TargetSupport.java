package dev.slipway.toolchain;

import java.util.function.Function;

/** What a toolchain says when it is asked to build for a target. */
public sealed interface TargetSupport permits Recipe, Refusal {
    <R> R fold(Function<Recipe, R> recipe, Function<Refusal, R> refusal);
}
