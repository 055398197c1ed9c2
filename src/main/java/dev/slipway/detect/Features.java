package dev.slipway.detect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which features of a package a plain build switches on. */
final class Features {
    private Features() {}

    static Set<String> byDefault(CargoManifest manifest) {
        Set<String> on = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of("default"));
        while (!open.isEmpty()) {
            String feature = open.pop();
            if (on.add(feature)) {
                manifest.top().texts("features", feature).forEach(open::push);
            }
        }
        return on;
    }
}
