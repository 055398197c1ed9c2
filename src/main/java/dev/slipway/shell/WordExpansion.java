package dev.slipway.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Fills in what is known of a word, and splits it as a shell does.
 *
 * @param variables their values by name
 * @param substitution what a script within the word prints
 * @param effort for patterns in it
 */
record WordExpansion(
        Function<String, Optional<String>> variables, Function<String, String> substitution, Effort effort) {
    /** A mark in place of a space in an unquoted value. */
    private static final char SPLIT = '\u0001';

    private static final int MOST = 64;

    /** The words that a word becomes. */
    List<String> split(String raw) {
        List<String> found = new ArrayList<>();
        for (String one : braces(raw)) {
            boolean quoted = one.contains("\"") || one.contains("'");
            Optional<Parameter> list = list(one);
            if (list.isPresent()) {
                items(list.get()).forEach(item -> parts(quoted ? item : value(item, false), quoted, found));
            } else {
                parts(fill(one, false), quoted, found);
            }
        }
        return found;
    }

    private static void parts(String filled, boolean quoted, List<String> found) {
        for (String part : filled.split(String.valueOf(SPLIT))) {
            if (quoted || !part.isEmpty()) {
                found.add(part);
            }
        }
    }

    /** A word that is nothing but all items of a list: each becomes a word. */
    private static Optional<Parameter> list(String word) {
        boolean quoted = word.length() > 3 && word.startsWith("\"$") && word.endsWith("\"");
        String inner = quoted ? word.substring(1, word.length() - 1) : word;
        boolean whole = inner.length() > 1
                && inner.charAt(0) == '$'
                && inner.charAt(1) != '('
                && Quoting.end(inner, 0) == inner.length();
        return (whole ? named(inner) : Optional.<Parameter>empty())
                .filter(one -> one.isList() && !(quoted && one.index().equals("*")));
    }

    /** The variable itself, or the one whose name it holds, as in <code>${!var}</code>; empty if that is not known. */
    private Optional<Parameter> named(Parameter parameter) {
        return parameter.isIndirect()
                ? variables
                        .apply(parameter.name())
                        .filter(name -> !Symbols.open(name))
                        .flatMap(parameter::meant)
                : Optional.of(parameter);
    }

    private List<String> items(Parameter parameter) {
        return named(parameter)
                .map(found -> found.items(variables.apply(found.name()), this::whole, effort))
                .orElse(List.of(Symbols.UNKNOWN));
    }

    /** A word that stays one. */
    String whole(String raw) {
        return fill(raw, false).replace(SPLIT, ' ');
    }

    private String fill(String raw, boolean inQuotes) {
        StringBuilder filled = new StringBuilder();
        for (int at = 0; at < raw.length(); ) {
            int end = inQuotes && raw.charAt(at) == '\'' ? at + 1 : Quoting.end(raw, at);
            filled.append(Quoting.isDeep(raw, at) ? Symbols.UNKNOWN : part(raw.substring(at, end), inQuotes));
            at = end;
            if (filled.length() > Symbols.LONGEST) {
                return Symbols.UNKNOWN;
            }
        }
        return filled.toString();
    }

    private String part(String part, boolean inQuotes) {
        char first = part.charAt(0);
        String inner = part.length() < 2 ? "" : part.substring(1, part.length() - 1);
        if (first == '\\') {
            boolean kept = inQuotes && !part.matches("\\\\[$`\"\\\\\n]");
            return kept ? part : part.substring(1).replace("\n", "");
        }
        if (first == '\'' && part.length() > 1) {
            return inner;
        }
        if (first == '"' && part.length() > 1) {
            return fill(inner, true);
        }
        if (first == '`' && part.length() > 1) {
            return value(substitution.apply(inner), inQuotes);
        }
        if (part.startsWith("$'") && part.length() > 2) {
            return inner.substring(1).replace("\\n", "\n").replace("\\t", "\t");
        }
        return first == '$' && part.length() > 1 ? value(dollar(part), inQuotes) : part;
    }

    private String value(String text, boolean inQuotes) {
        Optional<String> separators = variables.apply("IFS").filter(given -> !Symbols.open(given));
        if (inQuotes || separators.isEmpty()) {
            return inQuotes ? text : text.strip().replaceAll("\\s+", String.valueOf(SPLIT));
        }
        StringBuilder split = new StringBuilder();
        text.chars().map(c -> separators.get().indexOf(c) < 0 ? c : SPLIT).forEach(c -> split.append((char) c));
        return split.toString();
    }

    private String dollar(String part) {
        if (part.startsWith("$((")) {
            return Symbols.UNKNOWN;
        }
        if (part.startsWith("$(")) {
            return substitution.apply(part.substring(2, Math.max(2, part.length() - 1)));
        }
        return named(part).map(this::joined).orElse(Symbols.UNKNOWN);
    }

    private static Optional<Parameter> named(String part) {
        boolean braces = part.startsWith("${") && part.length() > 2;
        return Parameter.of(braces ? part.substring(2, part.length() - 1) : part.substring(1));
    }

    /** The items of a list are joined by what {@code IFS} begins with. */
    private String joined(Parameter parameter) {
        String separator = variables
                .apply("IFS")
                .filter(text -> !text.isEmpty() && parameter.index().equals("*"))
                .map(text -> text.substring(0, 1))
                .orElse(" ");
        return String.join(separator, items(parameter));
    }

    /** {@code a{b,c}} is {@code ab ac}. */
    private static List<String> braces(String raw) {
        List<String> done = new ArrayList<>();
        List<String> open = new ArrayList<>(List.of(raw));
        while (!open.isEmpty() && done.size() < MOST) {
            String word = open.remove(0);
            int start = brace(word, 0);
            List<Integer> cuts = start < 0 ? List.of() : cuts(word, start);
            if (cuts.size() < 3) {
                done.add(word);
                continue;
            }
            String behind = word.substring(cuts.get(cuts.size() - 1) + 1);
            for (int i = 1; i < cuts.size(); i++) {
                open.add(i - 1, word.substring(0, start) + word.substring(cuts.get(i - 1) + 1, cuts.get(i)) + behind);
            }
        }
        return done;
    }

    /** The positions of a brace, of the commas between its parts, and of its end. Parts may contain braces. */
    private static List<Integer> cuts(String word, int start) {
        List<Integer> cuts = new ArrayList<>(List.of(start));
        int depth = 0;
        for (int at = start + 1; at < word.length(); at = Quoting.end(word, at)) {
            char one = word.charAt(at);
            if (depth == 0 && (one == ',' || one == '}')) {
                cuts.add(at);
            }
            if (depth == 0 && one == '}') {
                return cuts;
            }
            depth += one == '{' ? 1 : one == '}' ? -1 : 0;
        }
        return List.of();
    }

    /** The first brace that is neither quoted nor part of a variable. */
    private static int brace(String word, int from) {
        for (int at = from; at < word.length(); at = Quoting.end(word, at)) {
            if (word.charAt(at) == '{') {
                return at;
            }
        }
        return -1;
    }
}
