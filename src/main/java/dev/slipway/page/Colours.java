package dev.slipway.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Colors the lines of a file, one after the other. It reads each character once and guesses no more than what helps the eye:
 * comments, keys, quoted texts, and the expressions of GitHub.
 */
final class Colours {
    private static final int NONE = -1;

    private final Language language;

    /** The indentation of the key whose block of text goes on; {@link #NONE} outside of one. */
    private int block = NONE;

    private Colours(Language language) {
        this.language = language;
    }

    private enum Language {
        YAML,
        SCRIPT,
        DOCKERFILE,
        PLAIN
    }

    /** @param path of the file, which tells what it is written in */
    static Colours of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            return new Colours(Language.YAML);
        }
        if (name.endsWith(".sh") || name.endsWith(".ps1") || name.endsWith(".rb") || name.endsWith("ignore")) {
            return new Colours(Language.SCRIPT);
        }
        boolean docker = name.equals("dockerfile") || name.startsWith("dockerfile.");
        return new Colours(docker ? Language.DOCKERFILE : Language.PLAIN);
    }

    /** The next line in pieces that make up all of it. */
    List<Piece> pieces(String line) {
        return switch (language) {
            case YAML -> yaml(line);
            case SCRIPT -> new Scanner(line).text(0).pieces;
            case DOCKERFILE -> docker(line);
            case PLAIN -> line.isEmpty() ? List.of() : List.of(new Piece("plain", line));
        };
    }

    private List<Piece> yaml(String line) {
        int indentation = indentation(line);
        if (block != NONE && (indentation > block || indentation == line.length())) {
            return new Scanner(line).text(0).pieces;
        }
        block = NONE;
        int start = indentation;
        while (line.startsWith("- ", start)) {
            start += 2 + indentation(line.substring(start + 2));
        }
        int colon = key(line, start);
        Scanner scanner = new Scanner(line);
        if (colon == NONE) {
            return scanner.text(0).pieces;
        }
        String value = line.substring(colon + 1).strip();
        if (value.startsWith("|") || value.startsWith(">")) {
            block = start;
        }
        return scanner.as("plain", start).as("key", colon).text(colon).pieces;
    }

    /** The position of the colon after a key. */
    private static int key(String line, int start) {
        for (int i = start; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == ':' && i > start && (i + 1 == line.length() || line.charAt(i + 1) == ' ')) {
                return i;
            }
            if (!Character.isLetterOrDigit(c) && "-_./$".indexOf(c) < 0) {
                return NONE;
            }
        }
        return NONE;
    }

    private static List<Piece> docker(String line) {
        int end = 0;
        while (end < line.length() && Character.isUpperCase(line.charAt(end))) {
            end++;
        }
        boolean instruction = end > 1 && end < line.length() && line.charAt(end) == ' ';
        return new Scanner(line).as("key", instruction ? end : 0).text(instruction ? end : 0).pieces;
    }

    private static int indentation(String line) {
        int blanks = 0;
        while (blanks < line.length() && line.charAt(blanks) == ' ') {
            blanks++;
        }
        return blanks;
    }

    /** Goes through a line from the left to the right. */
    private static final class Scanner {
        private final String line;
        private final List<Piece> pieces = new ArrayList<>();
        private int done;

        Scanner(String line) {
            this.line = line;
        }

        Scanner as(String kind, int end) {
            if (end > done) {
                pieces.add(new Piece(kind, line.substring(done, end)));
                done = end;
            }
            return this;
        }

        /** Words with quotes, expressions and perhaps a comment, to the end of the line. */
        Scanner text(int from) {
            int at = from;
            while (at < line.length()) {
                char c = line.charAt(at);
                int end = at + 1;
                if (c == '#' && (at == 0 || line.charAt(at - 1) == ' ')) {
                    return as("plain", at).as("comment", line.length());
                }
                if (line.startsWith("${{", at)) {
                    end = after("}}", at + 3);
                    as("plain", at).as("expression", end);
                } else if ((c == '"' || c == '\'') && opens(at)) {
                    end = after(String.valueOf(c), at + 1);
                    as("plain", at).as("string", end);
                }
                at = end;
            }
            return as("plain", line.length());
        }

        /** An apostrophe inside of a word opens nothing, nor does what nothing closes. */
        private boolean opens(int at) {
            boolean word = at > 0 && Character.isLetterOrDigit(line.charAt(at - 1));
            return !word && line.indexOf(line.charAt(at), at + 1) > 0;
        }

        private int after(String closing, int from) {
            int found = line.indexOf(closing, from);
            return found < 0 ? line.length() : found + closing.length();
        }
    }
}
