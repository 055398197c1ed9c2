package dev.slipway.detect.cargo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which features of a package a plain build switches on. */
final class Features {
    private Features() {}

    /** Every feature that {@code --all-features} switches on, except for the set that is on by default. */
    static List<String> all(CargoManifest manifest) {
        Set<String> named = new TreeSet<>();
        Set<String> used = new HashSet<>();
        manifest.top()
                .table("features")
                .ifPresent(table -> table.keys().forEach(name -> {
                    named.add(name);
                    manifest.top().texts("features", name).stream()
                            .filter(one -> one.startsWith("dep:"))
                            .map(one -> one.substring("dep:".length()))
                            .forEach(used::add);
                }));
        manifest.dependencies().stream()
                .filter(Dependency::optional)
                .map(Dependency::crate)
                .filter(name -> !used.contains(name))
                .forEach(named::add);
        return named.stream().filter(name -> !name.equals("default")).toList();
    }

    static Set<String> byDefault(CargoManifest manifest) {
        return on(manifest, Set.of(), true);
    }

    /**
     * What a build switches on.
     *
     * @param named the features that it names; those of other packages, as {@code package/feature}, do not count
     * @param defaults whether the default features stay on
     */
    static Set<String> on(CargoManifest manifest, Set<String> named, boolean defaults) {
        Set<String> on = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(named);
        if (defaults) {
            open.push("default");
        }
        while (!open.isEmpty()) {
            String feature = open.pop();
            if (on.add(feature)) {
                manifest.top().texts("features", feature).forEach(open::push);
            }
        }
        return on;
    }
}
