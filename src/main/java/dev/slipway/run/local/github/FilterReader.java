package dev.slipway.run.local.github;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Reads the part of jq that scripts ask GitHub's answers with: paths, conditions, texts, lists, objects. */
final class FilterReader {
    private static final Pattern SPACE = Pattern.compile("(\\s|#[^\n]*)*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern COMPARISON = Pattern.compile("==|!=|<=|>=|<|>");
    private static final Map<Character, String> ESCAPES = Map.of('n', "\n", 't', "\t", 'r', "\r", 'b', "\b", 'f', "\f");

    private final String text;
    private final Map<String, String> env;
    private int at;

    /** Something that is no jq, or more of it than is known here. */
    private static final class Unknown extends RuntimeException {}

    private FilterReader(String text, Map<String, String> env) {
        this.text = text;
        this.env = env;
    }

    /**
     * Reads an expression.
     *
     * @param env what {@code env.NAME} gives
     * @return empty where it uses anything else
     */
    static Optional<Filter> read(String text, Map<String, String> env) {
        try {
            FilterReader reader = new FilterReader(text, env);
            Filter filter = reader.pipe();
            return reader.at == text.length() ? Optional.of(filter) : Optional.empty();
        } catch (Unknown e) {
            return Optional.empty();
        }
    }

    private Filter pipe() {
        Filter first = list();
        return sign("|") ? new Filter.Pipe(first, pipe()) : first;
    }

    private Filter list() {
        Filter filter = otherwise();
        while (sign(",")) {
            filter = new Filter.Both(filter, otherwise());
        }
        return filter;
    }

    private Filter otherwise() {
        Filter first = or();
        return sign("//") ? new Filter.Otherwise(first, otherwise()) : first;
    }

    private Filter or() {
        Filter filter = and();
        while (word("or")) {
            filter = new Filter.Logic(filter, false, and());
        }
        return filter;
    }

    private Filter and() {
        Filter filter = comparison();
        while (word("and")) {
            filter = new Filter.Logic(filter, true, comparison());
        }
        return filter;
    }

    private Filter comparison() {
        Filter left = sum();
        Optional<String> sign = next(COMPARISON);
        return sign.isEmpty() ? left : operation(left, sign.get(), sum());
    }

    private Filter sum() {
        Filter filter = term();
        while (sign("+")) {
            filter = operation(filter, "+", term());
        }
        return filter;
    }

    private static Filter operation(Filter left, String sign, Filter right) {
        return new Filter.Operation(
                left, right, Optional.ofNullable(Builtin.SIGNS.get(sign)).orElseThrow(Unknown::new));
    }

    /** A value with all that is taken of it: {@code .a[0].b?}. */
    private Filter term() {
        Filter filter = value();
        while (true) {
            if (text.startsWith(".", at) && isName(at + 1)) {
                at++;
                Filter key = key();
                filter = new Filter.Member(filter, key, sign("?"));
            } else if (sign("[") || text.startsWith(".[", at) && sign(".") && sign("[")) {
                filter = bracket(filter);
            } else if (sign("?")) {
                filter = new Filter.Try(filter);
            } else {
                return filter;
            }
        }
    }

    private Filter bracket(Filter base) {
        if (sign("]")) {
            return new Filter.Each(base, sign("?"));
        }
        Filter index = pipe();
        need("]");
        return new Filter.Member(base, index, sign("?"));
    }

    private Filter value() {
        skip();
        if (sign("(")) {
            Filter inside = pipe();
            need(")");
            return inside;
        }
        if (sign("[")) {
            if (sign("]")) {
                return new Filter.Collected(Optional.empty());
            }
            Filter inside = pipe();
            need("]");
            return new Filter.Collected(Optional.of(inside));
        }
        if (sign("{")) {
            return object();
        }
        if (text.startsWith("\"", at)) {
            return string();
        }
        if (text.startsWith(".", at) && !text.startsWith("..", at)) {
            if (isName(at + 1)) {
                at++;
                Filter key = key();
                return new Filter.Member(new Filter.Same(), key, sign("?"));
            }
            at++;
            return new Filter.Same();
        }
        Optional<String> number = next(NUMBER);
        if (number.isPresent()) {
            return new Filter.Constant(DecimalNode.valueOf(new BigDecimal(number.get())));
        }
        return sign("$") ? variable() : named(next(NAME).orElseThrow(Unknown::new));
    }

    private Filter variable() {
        if (!word("ENV")) {
            throw new Unknown();
        }
        return environment();
    }

    private Filter environment() {
        ObjectNode all = Json.object();
        env.forEach(all::put);
        return new Filter.Constant(all);
    }

    private Filter named(String name) {
        switch (name) {
            case "true", "false":
                return new Filter.Constant(BooleanNode.valueOf(name.equals("true")));
            case "null":
                return new Filter.Constant(NullNode.instance);
            case "empty":
                return new Filter.Select(new Filter.Constant(BooleanNode.FALSE));
            case "env":
                return environment();
            case "if":
                return choice();
            default:
        }
        if (sign("(")) {
            Filter argument = pipe();
            need(")");
            return called(name, argument);
        }
        return new Filter.Applied(Optional.ofNullable(Builtin.PLAIN.get(name)).orElseThrow(Unknown::new));
    }

    private static Filter called(String name, Filter argument) {
        return switch (name) {
            case "select" -> new Filter.Select(argument);
            case "map" ->
                new Filter.Collected(Optional.of(new Filter.Pipe(new Filter.Each(new Filter.Same(), false), argument)));
            case "sort_by" -> new Filter.SortedBy(argument);
            case "first" -> new Filter.First(argument);
            case "any", "all" ->
                new Filter.Pipe(
                        called("map", argument),
                        new Filter.Applied(
                                Optional.ofNullable(Builtin.PLAIN.get(name)).orElseThrow(Unknown::new)));
            default ->
                new Filter.Operation(
                        new Filter.Same(),
                        argument,
                        Optional.ofNullable(Builtin.WITH_ARGUMENT.get(name)).orElseThrow(Unknown::new));
        };
    }

    private Filter choice() {
        Filter condition = pipe();
        if (!word("then")) {
            throw new Unknown();
        }
        Filter then = pipe();
        Filter otherwise = new Filter.Same();
        if (word("elif")) {
            return new Filter.Choice(condition, then, choice());
        }
        if (word("else")) {
            otherwise = pipe();
        }
        if (!word("end")) {
            throw new Unknown();
        }
        return new Filter.Choice(condition, then, otherwise);
    }

    private Filter object() {
        List<Map.Entry<Filter, Filter>> members = new ArrayList<>();
        while (!sign("}")) {
            skip();
            Filter key = key();
            members.add(Map.entry(key, sign(":") ? otherwise() : new Filter.Member(new Filter.Same(), key, false)));
            if (!sign(",") && !text.startsWith("}", at)) {
                throw new Unknown();
            }
        }
        return new Filter.Built(members);
    }

    private Filter key() {
        return text.startsWith("\"", at) ? string() : name();
    }

    private Filter name() {
        return new Filter.Constant(StringNode.valueOf(next(NAME).orElseThrow(Unknown::new)));
    }

    private boolean isName(int from) {
        return from < text.length()
                && (text.charAt(from) == '"'
                        || NAME.matcher(text).region(from, text.length()).lookingAt());
    }

    private Filter string() {
        at++;
        List<Filter> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        while (true) {
            char next = character();
            if (next == '"') {
                parts.add(new Filter.Constant(StringNode.valueOf(part.toString())));
                skip();
                return new Filter.Text(parts);
            }
            if (next != '\\') {
                part.append(next);
                continue;
            }
            char escaped = character();
            if (escaped == '(') {
                parts.add(new Filter.Constant(StringNode.valueOf(part.toString())));
                part.setLength(0);
                parts.add(pipe());
                skip();
                if (character() != ')') {
                    throw new Unknown();
                }
            } else if (escaped == 'u') {
                throw new Unknown();
            } else {
                part.append(ESCAPES.getOrDefault(escaped, String.valueOf(escaped)));
            }
        }
    }

    private char character() {
        if (at >= text.length()) {
            throw new Unknown();
        }
        return text.charAt(at++);
    }

    private void skip() {
        Matcher space = SPACE.matcher(text).region(at, text.length());
        if (space.lookingAt()) {
            at = space.end();
        }
    }

    private Optional<String> next(Pattern pattern) {
        skip();
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        skip();
        return Optional.of(matcher.group());
    }

    private boolean sign(String sign) {
        skip();
        boolean longer =
                sign.equals("|") && text.startsWith("|=", at) || sign.equals("?") && text.startsWith("?//", at);
        if (longer || !text.startsWith(sign, at)) {
            return false;
        }
        at += sign.length();
        skip();
        return true;
    }

    private boolean word(String word) {
        int before = at;
        if (next(NAME).filter(word::equals).isPresent()) {
            return true;
        }
        at = before;
        return false;
    }

    private void need(String sign) {
        if (!sign(sign)) {
            throw new Unknown();
        }
    }
}
