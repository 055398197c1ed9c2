package dev.slipway.toolchain;

import java.util.function.Function;

/**
 * Why a target cannot be built the way it was asked for.
 *
 * @param key the key of the target's settings that is in the way; empty if it is the target itself
 * @param help what to write instead
 */
public record Refusal(String key, String message, String help) implements TargetSupport {
    @Override
    public <R> R fold(Function<Recipe, R> recipe, Function<Refusal, R> refusal) {
        return refusal.apply(this);
    }
}
