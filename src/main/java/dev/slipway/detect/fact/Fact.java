package dev.slipway.detect.fact;

import dev.slipway.source.Position;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fact about a repository, and its source, for a report that names the source of every line.
 *
 * @param value what is so
 * @param from where it was read, such as {@code Cargo.toml:7 [[bin]]} or {@code git remote origin}
 */
public record Fact<T>(T value, String from) {
    /** In a place of a default, what precedes the exception that could set something else. */
    public static final String DOUBT = "GoReleaser's default, unless ";

    /** What follows a place that may not show the value, before the reason. */
    public static final String UNLESS = ", unless ";

    /** What follows the place of a build whose file a link names, before the place of the link. */
    public static final String CALLED = ", called as in ";

    private static final Pattern LINE =
            Pattern.compile("([^:]++):([1-9][0-9]{0,8}+)(?::([1-9][0-9]{0,8}+))?(?=\\s|$).*+");

    /** Whether a place states that it may not show the value. */
    public static boolean doubtful(String from) {
        return from.contains(UNLESS);
    }

    /** The line of the file that shows it; nothing if it is not a line of a file, or only the file is known. */
    public Optional<FoundAt> where() {
        Matcher line = LINE.matcher(from);
        return line.matches()
                ? Optional.of(new FoundAt(
                        line.group(1),
                        new Position(
                                Integer.parseInt(line.group(2)),
                                line.group(3) == null ? 1 : Integer.parseInt(line.group(3)))))
                : Optional.empty();
    }

    /** The file that it was read in, whether or not the line is known. */
    public String file() {
        return from.replaceFirst("[: ].*", "");
    }

    /** Another value known from the same place. */
    public <R> Fact<R> map(Function<? super T, ? extends R> meaning) {
        return new Fact<>(meaning.apply(value), from);
    }

    @Override
    public String toString() {
        return value + " (from " + from + ")";
    }
}
