package dev.slipway.detect.fact;

import dev.slipway.source.Finding;
import dev.slipway.source.Position;

/**
 * A place in a file of the repository.
 *
 * @param file its path
 * @param position 1:1 if the whole file is meant, column 1 if only the line is known
 */
public record FoundAt(String file, Position position) {
    public static FoundAt file(String file) {
        return new FoundAt(file, Position.START);
    }

    public static FoundAt line(String file, int line) {
        return new FoundAt(file, new Position(line, 1));
    }

    public static FoundAt of(Finding finding) {
        return new FoundAt(finding.file(), finding.position());
    }

    /** As it precedes a message. */
    @Override
    public String toString() {
        return file + ":" + position;
    }
}
