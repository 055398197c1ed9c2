package dev.slipway.run.local.artifact;

import dev.slipway.run.local.artifact.PathPattern.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * The names of artifacts that {@code pattern} of actions/download-artifact means: {@code *}, {@code ?}, {@code [a-z]},
 * {@code {a,b}}, {@code @(a|b)} and its kin; {@code !} in front means all others. Wildcards do not match a dot that a
 * name starts with.
 *
 * @param excludes whether it means the other names
 * @param ways a name matches if one of them does
 * @see <a href="https://github.com/isaacs/minimatch">minimatch</a>
 */
record ArtifactPattern(boolean excludes, List<PathPattern> ways) {
    /** Longer patterns are refused: no name is as long. */
    private static final int LONGEST = 1000;

    ArtifactPattern {
        ways = List.copyOf(ways);
    }

    /**
     * Reads a pattern.
     *
     * @throws ActionFailed if it is longer than 1,000 characters or its braces expand to more than 1,000 patterns
     */
    static ArtifactPattern of(String pattern) {
        if (pattern.length() > LONGEST) {
            throw new ActionFailed("the pattern of artifacts has more than 1,000 characters: write a shorter one");
        }
        if (pattern.startsWith("#")) {
            return new ArtifactPattern(false, List.of());
        }
        int marks = 0;
        while (pattern.startsWith("!", marks)) {
            marks++;
        }
        return new ArtifactPattern(
                marks % 2 == 1,
                Braces.expanded(pattern.substring(marks)).stream()
                        .map(ArtifactPattern::way)
                        .toList());
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

    boolean matches(String name) {
        return ways.stream().anyMatch(way -> way.matches(List.of(name))) != excludes;
    }
}
