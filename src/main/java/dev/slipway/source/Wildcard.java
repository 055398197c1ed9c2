package dev.slipway.source;

import java.util.Arrays;
import java.util.List;

/**
 * A pattern with wildcards. It follows all ways through the pattern at once, so matching costs at most the length of the
 * pattern times that of the text, whatever the pattern. A pattern beyond {@link #LONGEST} characters matches nothing but
 * itself.
 */
public final class Wildcard {
    /** More than any honest pattern has. */
    static final int LONGEST = 1024;

    /**
     * Whose patterns they are.
     *
     * @see <a href="https://github.com/isaacs/minimatch">minimatch</a>
     * @see <a href="https://github.com/moby/patternmatcher">moby/patternmatcher</a>
     * @see <a href="https://docs.rs/glob/latest/glob/struct.Pattern.html">glob of Rust</a>
     * @see <a href="https://pkg.go.dev/path/filepath#Match">filepath.Match of Go</a>
     */
    public enum Dialect {
        /** Files that a step names, for a shell or an action: with choices in braces. */
        STEP("!^", true, true),
        /** Lines of a {@code .dockerignore}, without the {@code !} in front. What is in a folder that matches matches too. */
        DOCKERIGNORE("^", true, false),
        /** The name of a folder in the {@code members} and {@code exclude} of a Cargo workspace. */
        CARGO("!", false, false),
        /** Files that a release takes: the globs of the JDK. */
        FILES("!", true, true),
        /** The options of {@code gh}. */
        GO("^", true, false),
        /** Paths that a shell looks for, each name of the pattern for one of the path. */
        PATH("!^", false, false),
        /** Patterns of {@code case} and of <code>${x#pattern}</code>: a slash is a character as any other. */
        SHELL("!^", true, false);

        /** The characters that turn a set such as {@code [!a-z]} round. */
        private final String negations;

        /** Whether a backslash takes the next character for itself. */
        private final boolean escapes;

        /** Whether <code>{a,b}</code> is a choice. */
        private final boolean braces;

        Dialect(String negations, boolean escapes, boolean braces) {
            this.negations = negations;
            this.escapes = escapes;
            this.braces = braces;
        }

        boolean negates(int c) {
            return negations.indexOf(c) >= 0;
        }

        boolean escapes() {
            return escapes;
        }

        boolean braces() {
            return braces;
        }
    }

    /** What may come next: a character that the test takes, or two places to go on from. */
    sealed interface Step {
        /** One character of the ranges, each a pair of its ends, or one of no range. */
        record Character(List<Range> ranges, boolean negated, boolean slash) implements Step {
            boolean takes(int c) {
                if (c == '/' && !slash) {
                    return false;
                }
                for (Range range : ranges) {
                    if (range.has(c)) {
                        return !negated;
                    }
                }
                return negated;
            }
        }

        /** Goes on here and there. */
        record Split(int one, int other) implements Step {}
    }

    record Range(int first, int last) {
        boolean has(int c) {
            return first <= c && c <= last;
        }
    }

    private final List<Step> steps;

    Wildcard(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    public static Wildcard of(String pattern, Dialect dialect) {
        return new WildcardReader(pattern, dialect).read();
    }

    /** Whether the whole text matches. */
    public boolean matches(String text) {
        return matches(text, 0);
    }

    /** Whether all of the text from an index matches. */
    public boolean matches(String text, int from) {
        Walk walk = new Walk(text, from);
        while (walk.next()) {
            // the walk goes to the end of the text
        }
        return walk.at == text.length() && walk.ended();
    }

    /** Where the shortest, or the longest, part of the text ends that begins at an index and matches; -1 if none does. */
    public int prefix(String text, int from, boolean longest) {
        Walk walk = new Walk(text, from);
        int found = walk.ended() ? from : -1;
        while ((longest || found < 0) && walk.next()) {
            found = walk.ended() ? walk.at : found;
        }
        return found;
    }

    /** A way through a text. */
    private final class Walk {
        private final String text;
        private int at;
        private int generation;
        private Places now = new Places();
        private Places next = new Places();

        Walk(String text, int from) {
            this.text = text;
            this.at = from;
            now.add(0, 0);
        }

        /** Takes one character; false if there is none, or if nothing can match any more. */
        boolean next() {
            if (at == text.length() || now.count == 0) {
                return false;
            }
            int c = text.codePointAt(at);
            next.count = 0;
            generation++;
            for (int i = 0; i < now.count; i++) {
                int place = now.places[i];
                if (place < steps.size()
                        && steps.get(place) instanceof Step.Character character
                        && character.takes(c)) {
                    next.add(place + 1, generation);
                }
            }
            at += Character.charCount(c);
            Places old = now;
            now = next;
            next = old;
            return true;
        }

        boolean ended() {
            return now.has(steps.size());
        }
    }

    /** The steps reached by the text so far, each once. */
    private final class Places {
        private final int[] places = new int[steps.size() + 1];
        private final int[] seen = new int[steps.size() + 1];
        private int count;

        Places() {
            Arrays.fill(seen, -1);
        }

        void add(int place, int generation) {
            int from = count;
            put(place, generation);
            for (int i = from; i < count; i++) {
                if (places[i] < steps.size() && steps.get(places[i]) instanceof Step.Split split) {
                    put(split.one(), generation);
                    put(split.other(), generation);
                }
            }
        }

        private void put(int place, int generation) {
            if (seen[place] != generation) {
                seen[place] = generation;
                places[count++] = place;
            }
        }

        boolean has(int place) {
            for (int i = 0; i < count; i++) {
                if (places[i] == place) {
                    return true;
                }
            }
            return false;
        }
    }
}
