package dev.slipway.run.local.github;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * An expression of jq: each value that goes in gives any number of values.
 *
 * @see <a href="https://jqlang.org/manual/">the manual of jq</a>
 */
sealed interface Filter {
    List<JsonNode> of(JsonNode input);

    /** An expression that gives something only for other inputs. */
    final class Unfit extends RuntimeException {
        Unfit(String message) {
            super(message);
        }
    }

    /** {@code .} */
    record Same() implements Filter {
        @Override
        public List<JsonNode> of(JsonNode input) {
            return List.of(input);
        }
    }

    /** A text, a number, or a word. */
    record Constant(JsonNode value) implements Filter {
        @Override
        public List<JsonNode> of(JsonNode input) {
            return List.of(value);
        }
    }

    /** {@code a | b} */
    record Pipe(Filter first, Filter second) implements Filter {
        @Override
        public List<JsonNode> of(JsonNode input) {
            return first.of(input).stream()
                    .flatMap(value -> second.of(value).stream())
                    .toList();
        }
    }

    /** {@code a, b} */
    record Both(Filter first, Filter second) implements Filter {
        @Override
        public List<JsonNode> of(JsonNode input) {
            return Stream.concat(first.of(input).stream(), second.of(input).stream())
                    .toList();
        }
    }

    /**
     * {@code a[b]} and {@code a.b}
     *
     * @param lenient whether what has no such member gives nothing: {@code a.b?}
     */
    record Member(Filter base, Filter key, boolean lenient) implements Filter {
        @Override
        public List<JsonNode> of(JsonNode input) {
            List<JsonNode> bases = base.of(input);
            return key.of(input).stream()
                    .flatMap(name ->
                            bases.stream().flatMap(from -> unless(lenient, () -> Stream.of(member(from, name)))))
                    .toList();
        }

        static JsonNode member(JsonNode from, JsonNode key) {
            if (from.isNull() || from.isObject() && key.isString()) {
                return Optional.ofNullable(from.get(key.asString(""))).orElse(NullNode.instance);
            }
            if (from.isArray() && key.isNumber()) {
                int at = key.asInt() < 0 ? from.size() + key.asInt() : key.asInt();
                return Optional.ofNullable(from.get(at)).orElse(NullNode.instance);
            }
            throw new Unfit("cannot index " + Builtin.type(from) + " with " + Json.write(key));
        }
    }

    /** {@code a[]}, and {@code a[]?} if it is lenient */
    record Each(Filter base, boolean lenient) implements Filter {
        @Override
        public List<JsonNode> of(JsonNode input) {
            return base.of(input).stream()
                    .flatMap(value -> unless(lenient, () -> items(value)))
                    .toList();
        }

        static Stream<JsonNode> items(JsonNode value) {
            if (!value.isContainer()) {
                throw new Unfit("cannot iterate over: " + Json.write(value));
            }
            return StreamSupport.stream(value.spliterator(), false);
        }
    }

    /** {@code a?} */
    record Try(Filter tried) implements Filter {
        @Override
        public List<JsonNode> of(JsonNode input) {
            try {
                return tried.of(input);
            } catch (Unfit e) {
                return List.of();
            }
        }
    }

    /** {@code "…\(a)…"}, as the parts between quotes; a constant is a text. */
    record Text(List<Filter> parts) implements Filter {
        @Override
        public List<JsonNode> of(JsonNode input) {
            List<String> texts = List.of("");
            for (Filter part : parts) {
                List<JsonNode> values = part.of(input);
                List<String> before = texts;
                texts = values.stream()
                        .flatMap(value -> before.stream().map(text -> text + Builtin.text(value)))
                        .toList();
            }
            return texts.stream().<JsonNode>map(StringNode::valueOf).toList();
        }
    }

    /** {@code [a]} */
    record Collected(Optional<Filter> inside) implements Filter {
        @Override
        public List<JsonNode> of(JsonNode input) {
            ArrayNode array = Json.array();
            inside.ifPresent(filter -> filter.of(input).forEach(array::add));
            return List.of(array);
        }
    }

    /** {@code {a: b}} */
    record Built(List<Map.Entry<Filter, Filter>> members) implements Filter {
        @Override
        public List<JsonNode> of(JsonNode input) {
            List<ObjectNode> built = List.of(Json.object());
            for (Map.Entry<Filter, Filter> member : members) {
                List<ObjectNode> more = new ArrayList<>();
                for (ObjectNode object : built) {
                    for (JsonNode key : member.getKey().of(input)) {
                        for (JsonNode value : member.getValue().of(input)) {
                            ObjectNode copy = object.deepCopy();
                            copy.set(Builtin.text(key), value);
                            more.add(copy);
                        }
                    }
                }
                built = more;
            }
            return List.copyOf(built);
        }
    }

    /** {@code a and b}, {@code a or b} */
    record Logic(Filter left, boolean all, Filter right) implements Filter {
        @Override
        public List<JsonNode> of(JsonNode input) {
            return left.of(input).stream()
                    .flatMap(value -> truth(value) == all
                            ? right.of(input).stream().<JsonNode>map(other -> BooleanNode.valueOf(truth(other)))
                            : Stream.of(BooleanNode.valueOf(!all)))
                    .toList();
        }
    }

    /** {@code a // b} */
    record Otherwise(Filter first, Filter second) implements Filter {
        @Override
        public List<JsonNode> of(JsonNode input) {
            List<JsonNode> values =
                    new Try(first).of(input).stream().filter(Filter::truth).toList();
            return values.isEmpty() ? second.of(input) : values;
        }
    }

    /** {@code a == b}, {@code a + b}, and whatever else takes a value from each side. */
    record Operation(Filter left, Filter right, BinaryOperator<JsonNode> operator) implements Filter {
        @Override
        public List<JsonNode> of(JsonNode input) {
            return product(left, right, input, operator);
        }
    }

    /** {@code if a then b else c end} */
    record Choice(Filter condition, Filter then, Filter otherwise) implements Filter {
        @Override
        public List<JsonNode> of(JsonNode input) {
            return condition.of(input).stream()
                    .flatMap(value -> (truth(value) ? then : otherwise).of(input).stream())
                    .toList();
        }
    }

    /** {@code select(a)}: the input, if it is so. */
    record Select(Filter condition) implements Filter {
        @Override
        public List<JsonNode> of(JsonNode input) {
            return condition.of(input).stream()
                    .filter(Filter::truth)
                    .map(value -> input)
                    .toList();
        }
    }

    /** {@code first(a)}: what a gives first, if it gives anything. */
    record First(Filter all) implements Filter {
        @Override
        public List<JsonNode> of(JsonNode input) {
            return all.of(input).stream().limit(1).toList();
        }
    }

    /** {@code sort_by(a)}: a list, by what the filter gives for each item. */
    record SortedBy(Filter by) implements Filter {
        @Override
        public List<JsonNode> of(JsonNode input) {
            ArrayNode sorted = Json.array();
            Filter key = new Collected(Optional.of(by));
            Each.items(input)
                    .sorted((one, other) ->
                            Builtin.compare(key.of(one).get(0), key.of(other).get(0)))
                    .forEach(sorted::add);
            return List.of(sorted);
        }
    }

    /** A function without arguments, such as {@code length}. */
    record Applied(UnaryOperator<JsonNode> function) implements Filter {
        @Override
        public List<JsonNode> of(JsonNode input) {
            return List.of(function.apply(input));
        }
    }

    /** Nothing, if it may be lenient and the value does not fit. */
    private static Stream<JsonNode> unless(boolean lenient, Supplier<Stream<JsonNode>> values) {
        try {
            return values.get();
        } catch (Unfit e) {
            if (lenient) {
                return Stream.of();
            }
            throw e;
        }
    }

    private static List<JsonNode> product(
            Filter left, Filter right, JsonNode input, BinaryOperator<JsonNode> operator) {
        return right.of(input).stream()
                .flatMap(second -> left.of(input).stream().map(first -> operator.apply(first, second)))
                .toList();
    }

    static boolean truth(JsonNode value) {
        return !value.isNull() && !(value.isBoolean() && !value.asBoolean());
    }
}
