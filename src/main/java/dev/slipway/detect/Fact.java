package dev.slipway.detect;

import java.util.function.Function;

/**
 * Something a repository says, and where it says so, for a report that names the source of every line.
 *
 * @param value what is so
 * @param from where it was read, such as {@code Cargo.toml [[bin]]} or {@code git remote origin}
 */
public record Fact<T>(T value, String from) {
    /** Another value known from the same place. */
    public <R> Fact<R> map(Function<? super T, ? extends R> meaning) {
        return new Fact<>(meaning.apply(value), from);
    }

    @Override
    public String toString() {
        return value + " (from " + from + ")";
    }
}
