package dev.slipway.minimatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The alternatives of {@code a{b,c}} and {@code a{1..3}}, written out. Braces without a comma or a range inside are
 * ordinary text, and so are those behind a {@code $}.
 */
final class Braces {
    /** More patterns than this are refused. */
    private static final int MOST = 1000;

    private final String pattern;

    private Braces(String pattern) {
        this.pattern = pattern;
    }

    /**
     * All patterns that one stands for.
     *
     * @throws RefusedPattern if they are more than 1,000
     */
    static List<String> expanded(String pattern) {
        return new Braces(pattern).expand(pattern);
    }

    private List<String> expand(String text) {
        List<String> heads = List.of("");
        String rest = text;
        while (!rest.isEmpty()) {
            int open = unescaped(rest, '{');
            Optional<Integer> close = open < 0 ? Optional.empty() : closing(rest, open);
            if (close.isEmpty()) {
                int end = open < 0 ? rest.length() : open + 1;
                heads = joined(heads, List.of(rest.substring(0, end)));
                rest = rest.substring(end);
                continue;
            }
            String before = rest.substring(0, open);
            List<String> ways = before.endsWith("$")
                    ? List.of(rest.substring(open, close.get() + 1))
                    : ways(rest.substring(open + 1, close.get()));
            heads = joined(joined(heads, List.of(before)), ways);
            rest = rest.substring(close.get() + 1);
        }
        return heads;
    }

    private List<String> ways(String body) {
        List<String> parts = parts(body);
        if (parts.size() > 1) {
            List<String> ways = new ArrayList<>();
            for (String part : parts) {
                ways.addAll(expand(part));
                limited(ways.size());
            }
            return ways;
        }
        return range(body)
                .orElseGet(
                        () -> expand(body).stream().map(way -> "{" + way + "}").toList());
    }

    private List<String> joined(List<String> heads, List<String> tails) {
        limited((long) heads.size() * tails.size());
        return heads.stream()
                .flatMap(head -> tails.stream().map(tail -> head + tail))
                .toList();
    }

    private void limited(long patterns) {
        if (patterns > MOST) {
            throw new RefusedPattern(
                    "the braces of the pattern '" + pattern + "' expand to more than 1,000 patterns: write fewer");
        }
    }

    private Optional<List<String>> range(String body) {
        String[] ends = body.split("\\.\\.", -1);
        if (ends.length < 2 || ends.length > 3 || ends.length == 3 && !number(ends[2])) {
            return Optional.empty();
        }
        boolean letters = letter(ends[0]) && letter(ends[1]);
        if (!letters && !(number(ends[0]) && number(ends[1]))) {
            return Optional.empty();
        }
        long from = letters ? ends[0].charAt(0) : Long.parseLong(ends[0]);
        long to = letters ? ends[1].charAt(0) : Long.parseLong(ends[1]);
        long step = ends.length == 3 ? Math.max(1, Math.abs(Long.parseLong(ends[2]))) : 1;
        limited(Math.abs(to - from) / step + 1);
        int width = !letters && (padded(ends[0]) || padded(ends[1])) ? Math.max(ends[0].length(), ends[1].length()) : 0;
        List<String> range = new ArrayList<>();
        for (long at = from; from <= to ? at <= to : at >= to; at += from <= to ? step : -step) {
            range.add(letters ? String.valueOf((char) at) : number(at, width));
        }
        return Optional.of(range);
    }

    private static String number(long value, int width) {
        String digits = String.valueOf(Math.abs(value));
        String sign = value < 0 ? "-" : "";
        return sign + "0".repeat(Math.max(0, width - sign.length() - digits.length())) + digits;
    }

    private static boolean padded(String number) {
        String digits = number.startsWith("-") ? number.substring(1) : number;
        return digits.length() > 1 && digits.startsWith("0");
    }

    private static boolean letter(String text) {
        return text.length() == 1 && Character.isLetter(text.charAt(0)) && text.charAt(0) < 128;
    }

    /** Whether it is a whole number of at most 9 digits. */
    private static boolean number(String text) {
        String digits = text.startsWith("-") ? text.substring(1) : text;
        return !digits.isEmpty() && digits.length() < 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int unescaped(String text, char wanted) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<Integer> closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static List<String> parts(String body) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            } else if (c == ',' && depth == 0) {
                parts.add(body.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(body.substring(start));
        return parts;
    }
}
