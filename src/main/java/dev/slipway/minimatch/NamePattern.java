package dev.slipway.minimatch;

import dev.slipway.minimatch.PathPattern.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * The names of artifacts that {@code pattern} of actions/download-artifact means: {@code *}, {@code ?}, {@code [a-z]},
 * {@code {a,b}}, {@code @(a|b)} and its kin; {@code !} in front means all others. Wildcards do not match a dot that a
 * name starts with.
 *
 * @param excludes whether it means the other names
 * @param length the characters of all patterns that its braces stand for
 * @param ways a name matches if one of them does
 * @see <a href="https://github.com/isaacs/minimatch">minimatch</a>
 */
public record NamePattern(boolean excludes, int length, List<PathPattern> ways) {
    /** Longer patterns are refused: no name is as long. */
    private static final int LONGEST = 1000;

    /** The characters of all patterns that the braces stand for; more are refused. */
    private static final int MOST = 20_000;

    public NamePattern {
        ways = List.copyOf(ways);
    }

    /**
     * Reads a pattern.
     *
     * @throws RefusedPattern if it is longer than 1,000 characters, or its braces expand to more than 1,000 patterns or
     *     20,000 characters
     */
    public static NamePattern of(String pattern) {
        if (pattern.length() > LONGEST) {
            throw new RefusedPattern("the pattern of artifacts has more than 1,000 characters: write a shorter one");
        }
        if (pattern.startsWith("#")) {
            return new NamePattern(false, 0, List.of());
        }
        int marks = 0;
        while (pattern.startsWith("!", marks)) {
            marks++;
        }
        List<String> ways = Braces.expanded(pattern.substring(marks));
        int length = ways.stream().mapToInt(String::length).sum();
        if (length > MOST) {
            throw new RefusedPattern(
                    "the braces of the pattern '" + pattern + "' expand to more than 20,000 characters: write fewer");
        }
        return new NamePattern(
                marks % 2 == 1, length, ways.stream().map(NamePattern::way).toList());
    }

    /** A last {@code **} stands for at least one name. */
    private static PathPattern way(String text) {
        List<Segment> segments = new ArrayList<>();
        for (String segment : text.split("/+", -1)) {
            segments.add(Segment.of(segment, true, true, false));
        }
        if (text.equals("**") || text.endsWith("/**")) {
            segments.add(Segment.of("*", true, true, false));
        }
        return new PathPattern(segments);
    }

    public boolean matches(String name) {
        return ways.stream().anyMatch(way -> way.matches(List.of(name))) != excludes;
    }
}
