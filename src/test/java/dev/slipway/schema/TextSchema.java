package dev.slipway.schema;

import static dev.slipway.schema.JsonSchema.words;

import dev.slipway.config.Grammar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The texts that a grammar takes, as a schema. */
final class TextSchema {
    /** Characters that no text may hold, and that a grammar that takes nearly every character does not list. */
    private static final String UNSEEN =
            "[\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb]";

    private TextSchema() {}

    /** A text, and the numbers that are one as they are written. */
    static Map<String, Object> of(Grammar grammar, boolean flags) {
        if (Stream.of(grammar.pattern().split("\\|")).allMatch(word -> word.matches("[a-z-]+"))) {
            return words(List.of(grammar.pattern().split("\\|")));
        }
        List<String> types = new ArrayList<>(List.of("string"));
        Map<String, Object> result = new LinkedHashMap<>();
        Pattern pattern = Pattern.compile(grammar.pattern());
        boolean twoOnly =
                pattern.matcher("2.17").matches() && !pattern.matcher("1.5").matches();
        boolean fractions =
                pattern.matcher("1.5").matches() || pattern.matcher("2.17").matches();
        Optional<Long> whole = Stream.of(1L, 17L, 8080L)
                .filter(number -> takes(grammar, pattern, number))
                .findFirst();
        if (fractions || whole.isPresent()) {
            types.add(fractions ? "number" : "integer");
        }
        if (twoOnly && !pattern.matcher("3.1").matches()) {
            result.put("exclusiveMinimum", 2);
            result.put("exclusiveMaximum", 3);
        }
        if (flags && pattern.matcher("true").matches()) {
            types.add("boolean");
        }
        result.put("type", types.size() == 1 ? types.get(0) : types);
        whole.ifPresent(number -> {
            long least = edge(grammar, pattern, number, -1);
            long most = edge(grammar, pattern, number, 1_000_000_000_000L);
            if (!fractions && least > -1) {
                result.put("minimum", least);
            }
            if (!fractions && most < 1_000_000_000L) {
                result.put("maximum", most);
            }
        });
        result.put("maxLength", grammar.longest());
        result.put("pattern", anchored(grammar, pattern));
        result.put(
                "patternErrorMessage",
                "invalid " + grammar.noun() + ": " + "write " + grammar.words() + ", such as '" + grammar.example()
                        + "'");
        return result;
    }

    private static boolean takes(Grammar grammar, Pattern pattern, long number) {
        String text = Long.toString(number);
        return text.length() <= grammar.longest() && pattern.matcher(text).matches();
    }

    /** The last accepted number toward the other one, if the accepted numbers are consecutive. */
    private static long edge(Grammar grammar, Pattern pattern, long taken, long other) {
        long inside = taken;
        long outside = other;
        if (takes(grammar, pattern, outside)) {
            return outside;
        }
        while (Math.abs(outside - inside) > 1) {
            long middle = (inside + outside) / 2;
            if (takes(grammar, pattern, middle)) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return inside;
    }

    private static String anchored(Grammar grammar, Pattern pattern) {
        String example = grammar.example();
        boolean expressions = pattern.matcher("${{ a }}" + example).matches()
                || pattern.matcher(example + "${{ a }}").matches();
        boolean unseen = pattern.matcher(example + "\u200b").matches()
                || pattern.matcher("\u200b" + example).matches();
        String never = expressions && unseen
                ? "(?!.*(\\$\\{\\{|" + UNSEEN + "))"
                : expressions ? "(?!.*\\$\\{\\{)" : unseen ? "(?!.*" + UNSEEN + ")" : "";
        return "^" + never + "(" + grammar.pattern() + ")$";
    }

    /** The same for the keys of a mapping, which are always texts. */
    static Map<String, Object> names(Grammar grammar) {
        Map<String, Object> names = of(grammar, false);
        names.remove("type");
        return names;
    }
}
