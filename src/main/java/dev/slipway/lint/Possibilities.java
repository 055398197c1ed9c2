package dev.slipway.lint;

import dev.slipway.model.expression.Data;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may be found at a place of a workflow. It is one of the cases, in which each path, such as {@code github, ref}, has
 * a value; every other path may have any value in all of them.
 */
record Possibilities(List<Map<List<String>, Data>> cases) {
    /** How many cases are examined; more are ignored. */
    static final int MOST = 64;

    /** Everything is possible. */
    static final Possibilities ANYTHING = new Possibilities(List.of(Map.of()));

    /** Nothing is: the place is never reached. */
    static final Possibilities NEVER = new Possibilities(List.of());

    Possibilities {
        cases = List.copyOf(cases);
    }

    /** One path that has one of these values. */
    static Possibilities of(List<String> path, Collection<? extends Data> values) {
        return new Possibilities(values.stream()
                .map(value -> Map.<List<String>, Data>of(path, value))
                .toList());
    }

    static Possibilities of(List<String> path, String... values) {
        return of(path, Stream.of(values).map(Data::of).toList());
    }

    /** A case of any of them. */
    static Possibilities any(Stream<Possibilities> all) {
        return new Possibilities(
                all.flatMap(one -> one.cases.stream()).distinct().toList());
    }

    /** One of these cases or of others. */
    Possibilities or(Possibilities others) {
        return any(Stream.of(this, others));
    }

    /** Each of these cases with each of others that do not depend on them; those are passed over if it were too many. */
    Possibilities and(Possibilities others) {
        if ((long) cases.size() * others.cases.size() > MOST || others == ANYTHING) {
            return this;
        }
        if (this == ANYTHING) {
            return others;
        }
        List<Map<List<String>, Data>> product = new ArrayList<>();
        for (Map<List<String>, Data> one : cases) {
            for (Map<List<String>, Data> other : others.cases) {
                Map<List<String>, Data> both = new LinkedHashMap<>(one);
                both.putAll(other);
                product.add(both);
            }
        }
        return new Possibilities(product);
    }

    /** What they say of some paths. */
    Possibilities only(Set<List<String>> wanted) {
        return new Possibilities(cases.stream()
                .map(one -> one.entrySet().stream()
                        .filter(entry -> wanted.contains(entry.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .distinct()
                .toList());
    }

    /** Whether one of the paths that somebody asks for asks for this one: a longer path asks for a shorter one too. */
    static boolean asksFor(Collection<List<String>> asked, List<String> path) {
        boolean asks = false;
        for (List<String> one : asked) {
            asks |= isAtOrBelow(one, path);
            if (one.size() < path.size() && isAtOrBelow(path, one)) {
                return false;
            }
        }
        return asks;
    }

    private static boolean isAtOrBelow(List<String> path, List<String> above) {
        if (path.size() < above.size()) {
            return false;
        }
        for (int i = above.size() - 1; i >= 0; i--) {
            if (!path.get(i).equals(above.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The cases in which something is true. */
    Possibilities where(Predicate<Map<List<String>, Data>> holds) {
        return new Possibilities(cases.stream().filter(holds).toList());
    }

    /** The contexts of a case, of which only the paths are known that it has. */
    static Map<String, Data> contexts(Map<List<String>, Data> one) {
        Map<String, Data> contexts = new LinkedHashMap<>();
        one.forEach((path, value) -> put(contexts, path, value));
        return contexts;
    }

    private static void put(Map<String, Data> values, List<String> path, Data value) {
        String name = path.get(0);
        if (path.size() == 1) {
            values.put(name, value);
            return;
        }
        Map<String, Data> below = new LinkedHashMap<>();
        if (values.get(name) instanceof Data.Dict known) {
            below.putAll(known.values());
        }
        put(below, path.subList(1, path.size()), value);
        values.put(name, new Data.Dict(below, false));
    }
}
