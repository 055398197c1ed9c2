package dev.slipway.detect.goreleaser;

import java.util.ArrayList;
import java.util.List;

/** Takes a line of flags apart, if neither quotes nor templates are broken. */
final class Flags {
    private Flags() {}

    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        int braces = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            braces += line.startsWith("{{", i) ? 1 : 0;
            boolean inside = quote != 0 || braces > 0;
            if (Character.isWhitespace(c) && !inside) {
                add(words, word);
            } else {
                word.append(c);
            }
            if (braces == 0 && (c == quote || quote == 0 && (c == '\'' || c == '"'))) {
                quote = quote == 0 ? c : 0;
            }
            if (line.startsWith("}}", i) && braces > 0) {
                word.append('}');
                braces--;
                i++;
            }
        }
        add(words, word);
        return words;
    }

    private static void add(List<String> words, StringBuilder word) {
        if (word.length() > 0) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
