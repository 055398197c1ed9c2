package dev.slipway.read;

import dev.slipway.source.Problem;
import java.util.List;

/**
 * What could be read of a file.
 *
 * @param value the file without the parts that could not be read
 * @param problems what is wrong with those
 */
public record Lenient<T>(T value, List<Problem> problems) {
    public Lenient {
        problems = List.copyOf(problems);
    }
}
