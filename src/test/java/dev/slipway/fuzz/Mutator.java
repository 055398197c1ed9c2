package dev.slipway.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * Changes texts in ways that keep most of their sense: whole blocks by their indentation, values behind a colon or an equals
 * sign, words, and bytes. Chance alone decides, so the same seed gives the same inputs everywhere.
 */
final class Mutator {
    private static final int LONGEST = 200_000;

    private final Random random;
    private final List<String> others;
    private final List<UnaryOperator<String>> ways = List.of(
            this::drop,
            this::duplicate,
            this::swap,
            this::indent,
            this::value,
            this::value,
            this::value,
            this::retype,
            this::rename,
            this::insertWord,
            this::deleteCharacters,
            this::changeCharacter,
            this::cut,
            this::splice,
            this::splice,
            this::repeat,
            this::nest);

    /** @param others texts of the same kind, whose blocks may be mixed in */
    Mutator(Random random, List<String> others) {
        this.random = random;
        this.others = others;
    }

    String change(String text) {
        String changed = text;
        int times = random.nextInt(10) == 0 ? 12 : 1 + random.nextInt(3);
        for (int i = 0; i < times && changed.length() <= LONGEST; i++) {
            changed = one(ways).apply(changed);
        }
        return changed.length() <= LONGEST ? changed : changed.substring(0, LONGEST);
    }

    private <T> T one(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private int upTo(int bound) {
        return random.nextInt(Math.max(1, bound));
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        return lines;
    }

    private static int indentation(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    /** A line, and those below it that are indented deeper. */
    private List<String> block(List<String> lines) {
        int from = upTo(lines.size());
        int to = from + 1;
        while (to < lines.size() && indentation(lines.get(to)) > indentation(lines.get(from))) {
            to++;
        }
        return lines.subList(from, to);
    }

    private String drop(String text) {
        List<String> lines = lines(text);
        block(lines).clear();
        return String.join("\n", lines);
    }

    private String duplicate(String text) {
        List<String> lines = lines(text);
        List<String> copy = List.copyOf(block(lines));
        lines.addAll(upTo(lines.size()), copy);
        return String.join("\n", lines);
    }

    private String swap(String text) {
        List<String> lines = lines(text);
        Collections.swap(lines, upTo(lines.size()), upTo(lines.size()));
        return String.join("\n", lines);
    }

    private String indent(String text) {
        List<String> lines = lines(text);
        int by = random.nextInt(5) - 2;
        block(lines)
                .replaceAll(line -> by >= 0 ? " ".repeat(by) + line : line.substring(Math.min(-by, indentation(line))));
        return String.join("\n", lines);
    }

    private String value(String text) {
        return line(text, line -> {
            int separator = Math.max(line.indexOf(": "), line.indexOf("= "));
            return line.substring(0, separator < 0 ? upTo(line.length()) : separator + 2) + one(Words.HOSTILE);
        });
    }

    private String retype(String text) {
        return line(text, line -> {
            int separator = Math.max(line.indexOf(": "), line.indexOf("= "));
            if (separator < 0) {
                return "- " + line;
            }
            String value = line.substring(separator + 2);
            String other = switch (random.nextInt(6)) {
                case 0 -> "[" + value + "]";
                case 1 -> "{ a: " + value + " }";
                case 2 -> "\"" + value + "\"";
                case 3 -> Integer.toString(random.nextInt());
                case 4 -> "&x " + value;
                default -> "";
            };
            return line.substring(0, separator + 2) + other;
        });
    }

    private String rename(String text) {
        return line(text, line -> {
            int start = indentation(line);
            int end = line.indexOf(':');
            List<String> keys = lines(one(others));
            String other = keys.isEmpty() ? "" : one(keys).strip();
            String key =
                    random.nextBoolean() ? one(Words.HOSTILE) : other.substring(0, Math.max(0, other.indexOf(':')));
            return end <= start ? line : line.substring(0, start) + key + line.substring(end);
        });
    }

    private String line(String text, UnaryOperator<String> change) {
        List<String> lines = lines(text);
        int at = upTo(lines.size());
        lines.set(at, change.apply(lines.get(at)));
        return String.join("\n", lines);
    }

    private String insertWord(String text) {
        int at = upTo(text.length() + 1);
        return text.substring(0, at) + one(Words.HOSTILE) + text.substring(at);
    }

    private String deleteCharacters(String text) {
        int from = upTo(text.length());
        int to = Math.min(text.length(), from + 1 + upTo(8));
        return text.substring(0, from) + text.substring(to);
    }

    private String changeCharacter(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int at = upTo(text.length());
        char other = random.nextInt(4) == 0 ? (char) random.nextInt(0x10000) : (char) (0x20 + random.nextInt(0x5F));
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    private String cut(String text) {
        return text.substring(0, upTo(text.length() + 1));
    }

    private String splice(String text) {
        List<String> lines = lines(text);
        lines.addAll(upTo(lines.size()), List.copyOf(block(lines(one(others)))));
        return String.join("\n", lines);
    }

    private String repeat(String text) {
        int from = upTo(text.length());
        int to = Math.min(text.length(), from + 1 + upTo(40));
        int times = random.nextInt(20) == 0 ? 1_000 : 1 + random.nextInt(30);
        return text.substring(0, to) + text.substring(from, to).repeat(times) + text.substring(to);
    }

    private String nest(String text) {
        return line(text, line -> {
            int separator = line.indexOf(": ");
            int depth = random.nextInt(20) == 0 ? 2_000 : 1 + random.nextInt(20);
            return separator < 0
                    ? line
                    : line.substring(0, separator + 2)
                            + "[".repeat(depth)
                            + line.substring(separator + 2)
                            + "]".repeat(depth);
        });
    }
}
