package dev.slipway.run.local.github;

import dev.slipway.source.BoundedText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The functions and operators of jq that take values. */
final class Builtin {
    /** By name, what they compute from the input. */
    static final Map<String, UnaryOperator<JsonNode>> PLAIN = Map.ofEntries(
            Map.entry("not", value -> BooleanNode.valueOf(!Filter.truth(value))),
            Map.entry("length", Builtin::length),
            Map.entry("type", value -> StringNode.valueOf(type(value))),
            Map.entry("tostring", value -> StringNode.valueOf(text(value))),
            Map.entry("keys", Builtin::keys),
            Map.entry("first", value -> Filter.Member.member(value, IntNode.valueOf(0))),
            Map.entry("last", value -> Filter.Member.member(value, IntNode.valueOf(-1))),
            Map.entry(
                    "sort",
                    value ->
                            array(items(value).stream().sorted(Builtin::compare).toList())),
            Map.entry("reverse", Builtin::reversed),
            Map.entry("unique", Builtin::unique),
            Map.entry("add", value -> Filter.Each.items(value).reduce(NullNode.instance, Builtin::plus)),
            Map.entry(
                    "any", value -> BooleanNode.valueOf(Filter.Each.items(value).anyMatch(Filter::truth))),
            Map.entry(
                    "all", value -> BooleanNode.valueOf(Filter.Each.items(value).allMatch(Filter::truth))),
            Map.entry(
                    "ascii_downcase", value -> StringNode.valueOf(string(value).toLowerCase(Locale.ROOT))),
            Map.entry("ascii_upcase", value -> StringNode.valueOf(string(value).toUpperCase(Locale.ROOT))));

    /** By name, what they compute from the input and one argument. */
    static final Map<String, BinaryOperator<JsonNode>> WITH_ARGUMENT = Map.ofEntries(
            Map.entry(
                    "startswith",
                    (value, with) -> BooleanNode.valueOf(string(value).startsWith(string(with)))),
            Map.entry(
                    "endswith",
                    (value, with) -> BooleanNode.valueOf(string(value).endsWith(string(with)))),
            Map.entry(
                    "ltrimstr",
                    (value, cut) -> isText(value, cut) && string(value).startsWith(string(cut))
                            ? StringNode.valueOf(
                                    string(value).substring(string(cut).length()))
                            : value),
            Map.entry(
                    "rtrimstr",
                    (value, cut) -> isText(value, cut) && string(value).endsWith(string(cut))
                            ? StringNode.valueOf(string(value)
                                    .substring(
                                            0,
                                            string(value).length() - string(cut).length()))
                            : value),
            Map.entry("test", Builtin::test),
            Map.entry("split", Builtin::split),
            Map.entry("join", Builtin::join),
            Map.entry("has", Builtin::has));

    /** By sign, what they compute from two values. */
    static final Map<String, BinaryOperator<JsonNode>> SIGNS = Map.of(
            "==", (one, other) -> BooleanNode.valueOf(compare(one, other) == 0),
            "!=", (one, other) -> BooleanNode.valueOf(compare(one, other) != 0),
            "<", (one, other) -> BooleanNode.valueOf(compare(one, other) < 0),
            "<=", (one, other) -> BooleanNode.valueOf(compare(one, other) <= 0),
            ">", (one, other) -> BooleanNode.valueOf(compare(one, other) > 0),
            ">=", (one, other) -> BooleanNode.valueOf(compare(one, other) >= 0),
            "+", Builtin::plus);

    private static final List<String> TYPES = List.of("null", "boolean", "number", "string", "array", "object");

    private Builtin() {}

    static String type(JsonNode value) {
        return value.isNull()
                ? "null"
                : value.isBoolean()
                        ? "boolean"
                        : value.isNumber()
                                ? "number"
                                : value.isString() ? "string" : value.isArray() ? "array" : "object";
    }

    /** A value inside a string: strings as they are, everything else as JSON. */
    static String text(JsonNode value) {
        return value.isString() ? value.asString() : Json.write(value);
    }

    /** The order of jq: null, false, true, numbers, texts, lists, objects. */
    static int compare(JsonNode one, JsonNode other) {
        int kind = Integer.compare(TYPES.indexOf(type(one)), TYPES.indexOf(type(other)));
        if (kind != 0) {
            return kind;
        }
        return switch (type(one)) {
            case "boolean" -> Boolean.compare(one.asBoolean(), other.asBoolean());
            case "number" -> one.decimalValue().compareTo(other.decimalValue());
            case "string" -> one.asString().compareTo(other.asString());
            case "array" -> compare(items(one), items(other));
            case "object" -> {
                int keys = compare(items(keys(one)), items(keys(other)));
                yield keys != 0 ? keys : compare(values(one), values(other));
            }
            default -> 0;
        };
    }

    private static int compare(List<JsonNode> some, List<JsonNode> others) {
        for (int at = 0; at < Math.min(some.size(), others.size()); at++) {
            int item = compare(some.get(at), others.get(at));
            if (item != 0) {
                return item;
            }
        }
        return Integer.compare(some.size(), others.size());
    }

    private static List<JsonNode> values(JsonNode object) {
        return items(keys(object)).stream()
                .map(key -> object.get(key.asString()))
                .toList();
    }

    private static boolean isText(JsonNode value, JsonNode other) {
        return value.isString() && other.isString();
    }

    private static String string(JsonNode value) {
        if (!value.isString()) {
            throw new Filter.Unfit(type(value) + " (" + Json.write(value) + ") is not a string");
        }
        return value.asString();
    }

    private static List<JsonNode> items(JsonNode array) {
        if (!array.isArray()) {
            throw new Filter.Unfit(type(array) + " (" + Json.write(array) + ") is not an array");
        }
        return Filter.Each.items(array).toList();
    }

    private static ArrayNode array(List<JsonNode> items) {
        ArrayNode array = Json.array();
        items.forEach(array::add);
        return array;
    }

    private static JsonNode length(JsonNode value) {
        if (value.isString()) {
            return IntNode.valueOf(
                    value.asString().codePointCount(0, value.asString().length()));
        }
        if (value.isNumber()) {
            return DecimalNode.valueOf(value.decimalValue().abs());
        }
        if (value.isBoolean()) {
            throw new Filter.Unfit("boolean (" + value + ") has no length");
        }
        return IntNode.valueOf(value.size());
    }

    private static JsonNode has(JsonNode value, JsonNode key) {
        if ((value.isObject() || value.isNull()) && key.isString()) {
            return BooleanNode.valueOf(value.has(key.asString()));
        }
        if (value.isArray() && key.isNumber()) {
            return BooleanNode.valueOf(value.has(key.asInt()));
        }
        throw new Filter.Unfit("cannot check whether " + type(value) + " has a " + type(key) + " key");
    }

    private static JsonNode keys(JsonNode value) {
        ArrayNode keys = Json.array();
        if (value.isObject()) {
            value.propertyNames().stream().sorted().forEach(keys::add);
        } else {
            for (int at = 0; at < items(value).size(); at++) {
                keys.add(at);
            }
        }
        return keys;
    }

    private static JsonNode reversed(JsonNode value) {
        List<JsonNode> items = new ArrayList<>(value.isNull() ? List.of() : items(value));
        Collections.reverse(items);
        return array(items);
    }

    private static JsonNode unique(JsonNode value) {
        Comparator<JsonNode> order = Builtin::compare;
        TreeSet<JsonNode> items = new TreeSet<>(order);
        items.addAll(items(value));
        return array(List.copyOf(items));
    }

    private static JsonNode plus(JsonNode one, JsonNode other) {
        if (one.isNull() || other.isNull()) {
            return one.isNull() ? other : one;
        }
        if (isText(one, other)) {
            return StringNode.valueOf(one.asString() + other.asString());
        }
        if (one.isNumber() && other.isNumber()) {
            return DecimalNode.valueOf(one.decimalValue().add(other.decimalValue()));
        }
        if (one.isArray() && other.isArray()) {
            ArrayNode sum = Json.array();
            one.forEach(sum::add);
            other.forEach(sum::add);
            return sum;
        }
        if (one.isObject() && other.isObject()) {
            ObjectNode sum = Json.object();
            one.propertyStream().forEach(member -> sum.set(member.getKey(), member.getValue()));
            other.propertyStream().forEach(member -> sum.set(member.getKey(), member.getValue()));
            return sum;
        }
        throw new Filter.Unfit(type(one) + " and " + type(other) + " cannot be added");
    }

    private static JsonNode test(JsonNode value, JsonNode pattern) {
        try {
            return BooleanNode.valueOf(BoundedText.find(string(pattern), string(value)));
        } catch (PatternSyntaxException e) {
            throw new Filter.Unfit(string(pattern) + " is not a regular expression");
        } catch (BoundedText.TooMuch e) {
            throw new Filter.Unfit(string(pattern) + " takes too long: write a simpler regular expression");
        }
    }

    private static JsonNode split(JsonNode value, JsonNode at) {
        ArrayNode parts = Json.array();
        if (!string(value).isEmpty()) {
            for (String part : string(value).split(Pattern.quote(string(at)), -1)) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static JsonNode join(JsonNode value, JsonNode with) {
        List<String> parts = items(value).stream()
                .map(item -> item.isNull() ? "" : text(item))
                .toList();
        return StringNode.valueOf(String.join(string(with), parts));
    }
}
