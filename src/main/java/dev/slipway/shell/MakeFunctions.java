package dev.slipway.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The functions of make that work with words. What is known only during a run stays open.
 *
 * @see <a href="https://www.gnu.org/software/make/manual/html_node/Text-Functions.html">Text Functions</a>
 * @see <a href="https://www.gnu.org/software/make/manual/html_node/File-Name-Functions.html">File Name Functions</a>
 */
final class MakeFunctions {
    /** More words than any honest list has. */
    private static final int MOST_WORDS = 1000;

    private MakeFunctions() {}

    /** What a function gives for its arguments, of which the last one may contain commas. */
    static String value(String function, String arguments) {
        int parts = switch (function) {
            case "firstword", "lastword", "words", "notdir", "dir", "basename", "suffix", "sort" -> 1;
            case "wordlist" -> 3;
            default -> 2;
        };
        String[] all = arguments.split(",", parts);
        if (all.length < parts || arguments.contains(MakeMarks.DOLLAR) || Symbols.open(arguments)) {
            return Symbols.UNKNOWN;
        }
        List<String> words = words(all[parts - 1]);
        String first = all[0].strip();
        return switch (function) {
            case "firstword" -> words.isEmpty() ? "" : words.get(0);
            case "lastword" -> words.isEmpty() ? "" : words.get(words.size() - 1);
            case "words" -> String.valueOf(words.size());
            case "word" -> part(words, first, first);
            case "wordlist" -> part(words, first, all[1].strip());
            case "sort" -> joined(words.stream().sorted().distinct());
            case "filter" -> joined(words.stream().filter(word -> fitsAny(all[0], word)));
            case "filter-out" -> joined(words.stream().filter(word -> !fitsAny(all[0], word)));
            case "findstring" -> all[1].contains(all[0]) ? all[0] : "";
            case "addprefix" -> joined(words.stream().map(all[0]::concat));
            case "addsuffix" -> joined(words.stream().map(word -> word + all[0]));
            case "join" -> join(words(all[0]), words);
            case "notdir" -> joined(words.stream().map(word -> word.substring(word.lastIndexOf('/') + 1)));
            case "dir" ->
                joined(words.stream()
                        .map(word -> word.contains("/") ? word.substring(0, word.lastIndexOf('/') + 1) : "./"));
            case "basename" -> joined(words.stream().map(word -> word.substring(0, ending(word))));
            case "suffix" -> joined(words.stream().map(word -> word.substring(ending(word))));
            default -> Symbols.UNKNOWN;
        };
    }

    /** Where the parenthesis is closed in which a place is; below zero if it is not. */
    static int end(String text, int from) {
        int open = 1;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open == 0) {
                return at;
            }
        }
        return -1;
    }

    /** The arguments of a function, of which the last one may contain commas, as may functions inside. */
    static String[] parts(String arguments, int most) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int open = 0;
        for (int at = 0; at < arguments.length() && parts.size() < most - 1; at++) {
            char c = arguments.charAt(at);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && open == 0) {
                parts.add(arguments.substring(start, at));
                start = at + 1;
            }
        }
        parts.add(arguments.substring(start));
        return parts.toArray(String[]::new);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s++"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }

    private static String joined(Stream<String> words) {
        return words.filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String part(List<String> words, String from, String to) {
        if (!from.matches("[1-9]\\d{0,3}") || !to.matches("\\d{1,4}")) {
            return Symbols.UNKNOWN;
        }
        int start = Integer.parseInt(from) - 1;
        int end = Math.min(Integer.parseInt(to), words.size());
        return start < end ? joined(words.subList(start, end).stream()) : "";
    }

    private static boolean fitsAny(String patterns, String word) {
        return words(patterns).stream().anyMatch(pattern -> {
            int stem = pattern.indexOf('%');
            return stem < 0
                    ? pattern.equals(word)
                    : word.length() >= pattern.length() - 1
                            && word.startsWith(pattern.substring(0, stem))
                            && word.endsWith(pattern.substring(stem + 1));
        });
    }

    private static String join(List<String> starts, List<String> ends) {
        return joined(IntStream.range(0, Math.max(starts.size(), ends.size()))
                .mapToObj(at -> (at < starts.size() ? starts.get(at) : "") + (at < ends.size() ? ends.get(at) : "")));
    }

    /** Where the ending of a file's name begins. */
    private static int ending(String word) {
        int dot = word.lastIndexOf('.');
        return dot > word.lastIndexOf('/') ? dot : word.length();
    }

    /** The text of {@code foreach}: the body with each word in place of its variable, which nobody has set. */
    static String each(String arguments) {
        String[] all = arguments.split(",", 3);
        if (all.length < 3 || all[1].contains(MakeMarks.DOLLAR) || Symbols.open(all[1])) {
            return Symbols.UNKNOWN;
        }
        String variable = MakeMarks.DOLLAR + "{" + all[0].strip() + "}";
        return joined(words(all[1]).stream().map(word -> all[2].replace(variable, word)));
    }

    /** The text of a macro with its arguments, of which those that are not given are empty. */
    static String macro(String text, List<String> arguments) {
        String filled = text;
        for (int number = 9; number >= 1; number--) {
            String value = number <= arguments.size() ? arguments.get(number - 1) : "";
            for (String form : List.of("$(" + number + ")", "${" + number + "}", "$" + number)) {
                filled = filled.replace(form, value);
            }
        }
        return filled;
    }
}
