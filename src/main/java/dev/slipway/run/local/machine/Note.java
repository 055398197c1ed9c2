package dev.slipway.run.local.machine;

import dev.slipway.run.Effect;
import java.util.List;
import java.util.Optional;

/**
 * Something that did not happen as it would on a runner. The script of a stand-in writes it with {@code _note} of
 * {@code common.sh}: a line with a kind and its parts, and a tab before each part, which itself has no tab and no line break.
 */
public sealed interface Note {
    /** A sentence for reports. */
    String text();

    /** It would have reached the outside. */
    record Outside(Effect effect) implements Note {
        @Override
        public String text() {
            return effect.text();
        }
    }

    /**
     * This machine's own work is where that of another machine would be.
     *
     * @param target what a program was to be built for, such as {@code aarch64-apple-darwin}; empty if none was built
     */
    record Placeholder(String target, String text) implements Note {}

    /** Something else answered, or nothing was installed. */
    record StandIn(String text) implements Note {}

    /** Reads a line; empty if it is no note, such as one that is still being written, or that a step wrote itself. */
    static Optional<Note> of(String line) {
        List<String> parts = List.of(line.split("\t", -1));
        return Optional.ofNullable(
                switch (parts.get(0) + " " + (parts.size() - 1)) {
                    case "outside 1" -> new Outside(new Effect.Other(parts.get(1)));
                    case "crate 2" -> new Outside(new Effect.CratePublished(parts.get(1), parts.get(2)));
                    case "workspace 0" -> new Outside(new Effect.WorkspacePublished());
                    case "placeholder 1" -> new Placeholder("", parts.get(1));
                    case "placeholder 2" -> new Placeholder(parts.get(1), parts.get(1) + " " + parts.get(2));
                    case "stand-in 1" -> new StandIn(parts.get(1));
                    default -> null;
                });
    }
}
