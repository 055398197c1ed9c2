package dev.slipway.lint;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One thing that may come in several cases, such as the reference of a run; narrowed to some paths only once. */
final class Aspect {
    private final Possibilities all;
    private final Set<List<String>> paths;
    private final Map<Set<List<String>>, Possibilities> narrowed = new HashMap<>();

    Aspect(Possibilities all) {
        this.all = all;
        this.paths = all.cases().stream().flatMap(one -> one.keySet().stream()).collect(Collectors.toSet());
    }

    /** What it says of the paths that somebody asks for, if a longer path asks for a shorter one too. */
    Possibilities only(Collection<List<String>> asked) {
        Set<List<String>> wanted = new HashSet<>();
        for (List<String> path : paths) {
            if (Possibilities.asksFor(asked, path)) {
                wanted.add(path);
            }
        }
        if (wanted.isEmpty()) {
            return all.cases().isEmpty() ? all : Possibilities.ANYTHING;
        }
        return narrowed.computeIfAbsent(wanted, all::only);
    }
}
