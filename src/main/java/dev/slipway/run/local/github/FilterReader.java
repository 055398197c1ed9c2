package dev.slipway.run.local.github;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Reads the part of jq that scripts ask GitHub's answers with: paths, conditions, texts, lists, objects. */
final class FilterReader {

    private final FilterWords words;
    private final Map<String, String> env;

    private FilterReader(String text, Map<String, String> env) {
        this.words = new FilterWords(text);
        this.env = env;
    }

    /**
     * Reads an expression.
     *
     * @param env what {@code env.NAME} gives
     * @return empty if it uses anything else
     */
    static Optional<Filter> read(String text, Map<String, String> env) {
        try {
            FilterReader reader = new FilterReader(text, env);
            Filter filter = reader.pipe();
            return reader.words.atEnd() ? Optional.of(filter) : Optional.empty();
        } catch (FilterWords.Unknown e) {
            return Optional.empty();
        }
    }

    private Filter pipe() {
        Filter first = list();
        return words.sign("|") ? new Filter.Pipe(first, pipe()) : first;
    }

    private Filter list() {
        Filter filter = otherwise();
        while (words.sign(",")) {
            filter = new Filter.Both(filter, otherwise());
        }
        return filter;
    }

    private Filter otherwise() {
        Filter first = or();
        return words.sign("//") ? new Filter.Otherwise(first, otherwise()) : first;
    }

    private Filter or() {
        Filter filter = and();
        while (words.word("or")) {
            filter = new Filter.Logic(filter, false, and());
        }
        return filter;
    }

    private Filter and() {
        Filter filter = comparison();
        while (words.word("and")) {
            filter = new Filter.Logic(filter, true, comparison());
        }
        return filter;
    }

    private Filter comparison() {
        Filter left = sum();
        Optional<String> sign = words.next(FilterWords.COMPARISON);
        return sign.isEmpty() ? left : operation(left, sign.get(), sum());
    }

    private Filter sum() {
        Filter filter = term();
        while (words.sign("+")) {
            filter = operation(filter, "+", term());
        }
        return filter;
    }

    private static Filter operation(Filter left, String sign, Filter right) {
        return new Filter.Operation(
                left, right, Optional.ofNullable(Builtin.SIGNS.get(sign)).orElseThrow(FilterWords.Unknown::new));
    }

    /** A value with all that is taken of it: {@code .a[0].b?}. */
    private Filter term() {
        Filter filter = value();
        while (true) {
            if (words.aheadMember()) {
                words.take();
                Filter key = key();
                filter = new Filter.Member(filter, key, words.sign("?"));
            } else if (words.sign("[") || words.ahead(".[") && words.sign(".") && words.sign("[")) {
                filter = bracket(filter);
            } else if (words.sign("?")) {
                filter = new Filter.Try(filter);
            } else {
                return filter;
            }
        }
    }

    private Filter bracket(Filter base) {
        if (words.sign("]")) {
            return new Filter.Each(base, words.sign("?"));
        }
        Filter index = pipe();
        words.need("]");
        return new Filter.Member(base, index, words.sign("?"));
    }

    private Filter value() {
        words.skip();
        if (words.sign("(")) {
            Filter inside = pipe();
            words.need(")");
            return inside;
        }
        if (words.sign("[")) {
            if (words.sign("]")) {
                return new Filter.Collected(Optional.empty());
            }
            Filter inside = pipe();
            words.need("]");
            return new Filter.Collected(Optional.of(inside));
        }
        if (words.sign("{")) {
            return object();
        }
        if (words.ahead("\"")) {
            return string();
        }
        if (words.ahead(".") && !words.ahead("..")) {
            if (words.aheadMember()) {
                words.take();
                Filter key = key();
                return new Filter.Member(new Filter.Same(), key, words.sign("?"));
            }
            words.take();
            return new Filter.Same();
        }
        Optional<String> number = words.next(FilterWords.NUMBER);
        if (number.isPresent()) {
            return new Filter.Constant(DecimalNode.valueOf(new BigDecimal(number.get())));
        }
        return words.sign("$") ? variable() : named(words.next(FilterWords.NAME).orElseThrow(FilterWords.Unknown::new));
    }

    private Filter variable() {
        if (!words.word("ENV")) {
            throw new FilterWords.Unknown();
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
        if (words.sign("(")) {
            Filter argument = pipe();
            words.need(")");
            return called(name, argument);
        }
        return new Filter.Applied(Optional.ofNullable(Builtin.PLAIN.get(name)).orElseThrow(FilterWords.Unknown::new));
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
                                Optional.ofNullable(Builtin.PLAIN.get(name)).orElseThrow(FilterWords.Unknown::new)));
            default ->
                new Filter.Operation(
                        new Filter.Same(),
                        argument,
                        Optional.ofNullable(Builtin.WITH_ARGUMENT.get(name)).orElseThrow(FilterWords.Unknown::new));
        };
    }

    private Filter choice() {
        Filter condition = pipe();
        if (!words.word("then")) {
            throw new FilterWords.Unknown();
        }
        Filter then = pipe();
        Filter otherwise = new Filter.Same();
        if (words.word("elif")) {
            return new Filter.Choice(condition, then, choice());
        }
        if (words.word("else")) {
            otherwise = pipe();
        }
        if (!words.word("end")) {
            throw new FilterWords.Unknown();
        }
        return new Filter.Choice(condition, then, otherwise);
    }

    private Filter object() {
        List<Map.Entry<Filter, Filter>> members = new ArrayList<>();
        while (!words.sign("}")) {
            words.skip();
            Filter key = key();
            members.add(
                    Map.entry(key, words.sign(":") ? otherwise() : new Filter.Member(new Filter.Same(), key, false)));
            if (!words.sign(",") && !words.ahead("}")) {
                throw new FilterWords.Unknown();
            }
        }
        return new Filter.Built(members);
    }

    private Filter key() {
        return words.ahead("\"") ? string() : name();
    }

    private Filter name() {
        return new Filter.Constant(
                StringNode.valueOf(words.next(FilterWords.NAME).orElseThrow(FilterWords.Unknown::new)));
    }

    private Filter string() {
        words.take();
        List<Filter> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        while (true) {
            char next = words.character();
            if (next == '"') {
                parts.add(new Filter.Constant(StringNode.valueOf(part.toString())));
                words.skip();
                return new Filter.Text(parts);
            }
            if (next != '\\') {
                part.append(next);
                continue;
            }
            char escaped = words.character();
            if (escaped == '(') {
                parts.add(new Filter.Constant(StringNode.valueOf(part.toString())));
                part.setLength(0);
                parts.add(pipe());
                words.skip();
                if (words.character() != ')') {
                    throw new FilterWords.Unknown();
                }
            } else {
                part.append(FilterWords.escaped(escaped));
            }
        }
    }
}
