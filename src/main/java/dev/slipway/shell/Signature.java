package dev.slipway.shell;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A file that is signed, and what the name of its signature ends with.
 *
 * @param file a path or a pattern
 */
record Signature(String file, String ending) {
    private static final String RESULT = "(?s)--(?:bundle|output|output-signature|output-certificate)(?:=.+)?";

    /** What a command signs with the signature in its own file, next to what it signs. */
    static List<Signature> files(Command command) {
        List<String> words = command.arguments();
        return switch (command.program()) {
            case "gpg", "gpg2" -> gpg(words);
            case "minisign" -> minisign(words);
            case "rsign" ->
                words.contains("sign") && !words.contains("-x")
                        ? List.of(new Signature(words.get(words.size() - 1), ".minisig"))
                        : List.of();
            default -> List.of();
        };
    }

    /** The files to which cosign writes a signature and what proves it. */
    static List<String> named(Command command) {
        List<String> words = command.arguments();
        if (!command.program().equals("cosign") || !words.contains("sign-blob")) {
            return List.of();
        }
        return IntStream.range(0, words.size())
                .filter(at -> words.get(at).matches(RESULT))
                .mapToObj(at -> words.get(at).contains("=")
                        ? words.get(at).substring(words.get(at).indexOf('=') + 1)
                        : at + 1 < words.size() ? words.get(at + 1) : "")
                .filter(path -> !path.isEmpty())
                .toList();
    }

    private static List<Signature> gpg(List<String> words) {
        boolean detached = words.stream().anyMatch(word -> word.matches("--detach-sign?") || has(word, 'b'));
        boolean elsewhere = words.stream().anyMatch(word -> word.matches("-o|--output(=.*)?"));
        if (!detached || elsewhere || words.isEmpty()) {
            return List.of();
        }
        boolean armor = words.stream().anyMatch(word -> word.matches("--armou?r") || has(word, 'a'));
        String last = words.get(words.size() - 1);
        return last.startsWith("-") ? List.of() : List.of(new Signature(last, armor ? ".asc" : ".sig"));
    }

    /** {@code -Sm} is followed by the files. */
    private static List<Signature> minisign(List<String> words) {
        boolean signs = words.stream().anyMatch(word -> has(word, 'S'));
        for (int i = 0; i < words.size() && signs && !words.contains("-x"); i++) {
            if (has(words.get(i), 'm') && words.get(i).endsWith("m")) {
                return words.stream()
                        .skip(i + 1)
                        .takeWhile(word -> !word.startsWith("-"))
                        .map(word -> new Signature(word, ".minisig"))
                        .toList();
            }
        }
        return List.of();
    }

    /** Whether a word holds a short option. */
    private static boolean has(String word, char option) {
        return word.startsWith("-") && !word.startsWith("--") && word.indexOf(option) > 0;
    }
}
