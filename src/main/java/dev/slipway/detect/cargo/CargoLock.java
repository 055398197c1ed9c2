package dev.slipway.detect.cargo;

import dev.slipway.source.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Who depends on whom by {@code Cargo.lock}, so that a crate deep below can be traced to the one that asks for it. */
final class CargoLock {
    /** By name, and by {@code name version}, as {@code dependencies} refers to packages. */
    private final Map<String, List<String>> dependencies = new LinkedHashMap<>();

    private CargoLock() {}

    /**
     * Cargo alone writes the file, a key a line, and it may have megabytes: a parser of any TOML would take hundreds of
     * times as much memory.
     */
    static CargoLock read(SourceText source) {
        CargoLock lock = new CargoLock();
        String name = "";
        String version = "";
        List<String> needs = new ArrayList<>();
        boolean list = false;
        for (String line : source.lines()) {
            if (line.startsWith("[")) {
                lock.add(name, version, needs);
                name = "";
                version = "";
                needs = new ArrayList<>();
            } else if (line.startsWith("name = ")) {
                name = quoted(line).stream().findFirst().orElse("");
            } else if (line.startsWith("version = ")) {
                version = quoted(line).stream().findFirst().orElse("");
            } else if (list || line.startsWith("dependencies = [")) {
                for (String need : quoted(line)) {
                    needs.add(reference(need));
                }
                list = !line.endsWith("]");
            }
        }
        lock.add(name, version, needs);
        return lock;
    }

    private void add(String name, String version, List<String> needs) {
        if (!name.isEmpty()) {
            dependencies.computeIfAbsent(name, none -> new ArrayList<>()).addAll(needs);
            if (!version.isEmpty()) {
                dependencies.put(name + " " + version, needs);
            }
        }
    }

    /** What is between the quotation marks of a line. */
    private static List<String> quoted(String line) {
        String[] parts = line.split("\"", -1);
        List<String> inside = new ArrayList<>();
        for (int i = 1; i < parts.length - 1; i += 2) {
            inside.add(parts[i]);
        }
        return inside;
    }

    /** {@code name}, {@code name version} or {@code name version (source)}. */
    private static String reference(String dependency) {
        int source = dependency.indexOf(" (");
        return source < 0 ? dependency : dependency.substring(0, source);
    }

    boolean has(String crate) {
        return dependencies.containsKey(crate);
    }

    /** The shortest way from one crate to another, both included. */
    Optional<List<String>> chain(String from, String to) {
        return chain(from, to, (crate, need) -> true);
    }

    /**
     * The same over those dependencies only that are followed.
     *
     * @param follows whether the way from a crate to one that it depends on may be taken
     */
    Optional<List<String>> chain(String from, String to, BiPredicate<String, String> follows) {
        Map<String, String> askedBy = new HashMap<>();
        Set<String> seen = new HashSet<>(Set.of(from));
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String crate = open.poll();
            if (name(crate).equals(to)) {
                return Optional.of(trace(crate, askedBy));
            }
            for (String need : dependencies.getOrDefault(crate, List.of())) {
                if (follows.test(name(crate), name(need)) && seen.add(need)) {
                    askedBy.put(need, crate);
                    open.add(need);
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> trace(String last, Map<String, String> askedBy) {
        List<String> chain = new ArrayList<>();
        for (String crate = last; crate != null; crate = askedBy.get(crate)) {
            chain.add(0, name(crate));
        }
        return chain;
    }

    private static String name(String reference) {
        int version = reference.indexOf(' ');
        return version < 0 ? reference : reference.substring(0, version);
    }
}
