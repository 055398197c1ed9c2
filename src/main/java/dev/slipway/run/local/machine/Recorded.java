package dev.slipway.run.local.machine;

import java.util.Arrays;
import java.util.Optional;

/**
 * Something that did not happen as it would on a runner.
 *
 * @param text what, in plain words, such as {@code aarch64-apple-darwin was built for this machine}
 */
public record Recorded(Kind kind, String text) {
    /** Why it is reported. */
    public enum Kind {
        /** Something else answered. */
        STAND_IN("stand-in"),
        /** A program of this machine is where one for another machine would be. */
        PLACEHOLDER("placeholder"),
        /** A step asked for a package; nothing was installed. */
        INSTALL("install"),
        /** It would have been made public; the step went on. */
        PUBLISH("publish"),
        /** It would have reached the outside; the step got an error. */
        REFUSED("refused");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As the record has it. */
        public String word() {
            return word;
        }
    }

    /** Reads a line of the record; empty if it is none, such as one that is still being written. */
    static Optional<Recorded> of(String line) {
        int tab = line.indexOf('\t');
        return Arrays.stream(Kind.values())
                .filter(kind -> tab > 0 && kind.word.equals(line.substring(0, tab)))
                .findFirst()
                .map(kind -> new Recorded(kind, line.substring(tab + 1)));
    }
}
