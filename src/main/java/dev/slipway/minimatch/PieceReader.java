package dev.slipway.minimatch;

import dev.slipway.minimatch.Piece.Group.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the pattern of one name into its pieces. */
final class PieceReader {
    /** Groups within groups beyond this are ordinary text, as in minimatch. */
    private static final int DEPTH = 3;

    private final String pattern;
    private final boolean escapes;
    private boolean groups;
    private int at;

    /**
     * Prepares a pattern without a slash.
     *
     * @param escapes whether a backslash takes a character for itself; on Windows it separates folders
     * @param groups whether {@code @(a|b)} and its kin mean anything
     */
    PieceReader(String pattern, boolean escapes, boolean groups) {
        this.pattern = pattern;
        this.escapes = escapes;
        this.groups = groups;
    }

    List<Piece> read() {
        return pieces(0);
    }

    private List<Piece> pieces(int depth) {
        List<Piece> pieces = new ArrayList<>();
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (depth > 0 && (c == '|' || c == ')')) {
                return pieces;
            }
            Optional<Piece> group = group(depth);
            if (group.isPresent()) {
                pieces.add(group.get());
                continue;
            }
            Optional<CharacterClass> characters = c == '[' ? CharacterClass.at(pattern, at, escapes) : Optional.empty();
            if (characters.isPresent()) {
                pieces.add(characters
                        .get()
                        .only()
                        .<Piece>map(Piece.Same::new)
                        .orElseGet(() -> new Piece.OneOf(characters.get())));
                at += characters.get().length();
                continue;
            }
            if (c == '[' && groups) {
                groups = false;
                at = depth > 0 ? pattern.length() : at;
                continue;
            }
            at++;
            if (c == '\\' && escapes && at < pattern.length()) {
                pieces.add(new Piece.Same(pattern.charAt(at++)));
            } else if (c == '*') {
                pieces.add(new Piece.Run());
            } else {
                pieces.add(c == '?' ? new Piece.Any() : new Piece.Same(c));
            }
        }
        return pieces;
    }

    /**
     * The group that starts here. One that nothing closes is text, and so is what looks like a group after it or behind
     * a bracket that nothing closes.
     */
    private Optional<Piece> group(int depth) {
        if (!groups || depth >= DEPTH || !pattern.startsWith("(", at + 1)) {
            return Optional.empty();
        }
        Optional<Times> times = times(pattern.charAt(at));
        if (times.isEmpty()) {
            return Optional.empty();
        }
        int start = at;
        List<List<Piece>> ways = new ArrayList<>();
        at++;
        do {
            at++;
            ways.add(pieces(depth + 1));
        } while (pattern.startsWith("|", at));
        if (at < pattern.length()) {
            at++;
            return Optional.of(new Piece.Group(times.get(), ways));
        }
        at = start;
        groups = false;
        return Optional.empty();
    }

    private static Optional<Times> times(char sign) {
        return switch (sign) {
            case '@' -> Optional.of(Times.ONCE);
            case '?' -> Optional.of(Times.AT_MOST_ONCE);
            case '*' -> Optional.of(Times.ANY);
            case '+' -> Optional.of(Times.AT_LEAST_ONCE);
            case '!' -> Optional.of(Times.NEVER);
            default -> Optional.empty();
        };
    }
}
