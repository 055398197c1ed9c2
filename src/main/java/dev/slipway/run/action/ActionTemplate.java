package dev.slipway.run.action;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A Handlebars template, as far as texts of {@code docker/metadata-action} need it: {@code {{name}}}, {@code {{{name}}}},
 * {@code {{name 'word' key='word'}}}, {@code {{#if name}}…{{else}}…{{/if}}}, {@code {{#unless}}}, comments and {@code ~}.
 * Other blocks, partials and subexpressions are errors, for no name of the action needs them. A line
 * that holds nothing but a comment or a block stays as an empty one.
 *
 * @see <a href="https://handlebarsjs.com/guide/">Handlebars</a>
 */
record ActionTemplate(List<Part> parts) {
    private static final Map<Character, String> ENTITIES =
            Map.of('&', "&amp;", '<', "&lt;", '>', "&gt;", '"', "&quot;", '\'', "&#x27;", '`', "&#x60;", '=', "&#x3D;");

    ActionTemplate {
        parts = List.copyOf(parts);
    }

    static ActionTemplate of(String text) {
        return new ActionTemplate(new TemplateReader(text).read());
    }

    /** Fills in what the names stand for. */
    String render(Map<String, Meaning> names) {
        return render(parts, names);
    }

    /** Whether it is {@code {{raw}}} and nothing else. */
    boolean isRaw() {
        return parts.size() == 1
                && parts.get(0) instanceof Mention mention
                && mention.name().equals("raw");
    }

    private static String render(List<Part> parts, Map<String, Meaning> names) {
        StringBuilder out = new StringBuilder();
        parts.forEach(part -> out.append(part.render(names)));
        return out.toString();
    }

    /** A piece of the text. */
    sealed interface Part {
        String render(Map<String, Meaning> names);
    }

    /** Stands for itself. */
    record Plain(String text) implements Part {
        @Override
        public String render(Map<String, Meaning> names) {
            return text;
        }
    }

    /** {@code {{name …}}}; what it stands for is made safe for HTML, unless it is written {@code {{{name}}}}. */
    record Mention(String name, Arguments arguments, boolean safe) implements Part {
        @Override
        public String render(Map<String, Meaning> names) {
            Optional<Meaning> meaning = Optional.ofNullable(names.get(name));
            if (meaning.isEmpty() && !arguments.isEmpty()) {
                throw new MetadataFault("Unknown expression `%s`: write one of %s."
                        .formatted(
                                name,
                                String.join(
                                        ", ", names.keySet().stream().sorted().toList())));
            }
            String text =
                    meaning.map(known -> known.value(name, arguments).text()).orElse("");
            return safe ? text : escape(text);
        }

        private static String escape(String text) {
            StringBuilder out = new StringBuilder();
            for (char next : text.toCharArray()) {
                out.append(ENTITIES.getOrDefault(next, String.valueOf(next)));
            }
            return out.toString();
        }
    }

    /** {@code {{#if name}}}, or its opposite. */
    record Condition(String name, boolean negated, List<Part> then, List<Part> otherwise) implements Part {
        public Condition {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }

        @Override
        public String render(Map<String, Meaning> names) {
            boolean holds = Optional.ofNullable(names.get(name))
                    .map(meaning -> meaning.value(name, Arguments.NONE).truthy())
                    .orElse(false);
            return ActionTemplate.render(holds == negated ? otherwise : then, names);
        }
    }

    /** What a name stands for. */
    sealed interface Meaning {
        Value value(String name, Arguments arguments);
    }

    /** A value that takes no arguments. */
    record Fixed(Value value) implements Meaning {
        @Override
        public Value value(String name, Arguments arguments) {
            if (!arguments.isEmpty()) {
                throw new MetadataFault("`%s` takes no arguments: write {{%s}}.".formatted(name, name));
            }
            return value;
        }
    }

    /** A value that depends on its arguments, or ignores them. */
    record Computed(Function<Arguments, Value> rule) implements Meaning {
        @Override
        public Value value(String name, Arguments arguments) {
            return rule.apply(arguments);
        }
    }

    /** A text, and whether {@code #if} takes it for true. */
    record Value(String text, boolean truthy) {
        static Value of(String text) {
            return new Value(text, !text.isEmpty());
        }

        static Value of(Number number) {
            return new Value(number.toString(), number.longValue() != 0);
        }
    }

    /** What follows a name: words, and words with a key. */
    record Arguments(List<Argument> words, Map<String, Argument> keyed) {
        static final Arguments NONE = new Arguments(List.of(), Map.of());

        Arguments {
            words = List.copyOf(words);
            keyed = Map.copyOf(keyed);
        }

        boolean isEmpty() {
            return words.isEmpty() && keyed.isEmpty();
        }
    }

    /**
     * A word after a name.
     *
     * @param quoted whether it is a text between quotes, and no number, constant or name
     */
    record Argument(String text, boolean quoted) {}
}
