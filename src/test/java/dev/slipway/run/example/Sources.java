package dev.slipway.run.example;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files that people wrote for a project, by their paths. A file that begins with {@code #!} is a program. */
@FunctionalInterface
interface Sources {
    SortedMap<String, String> at(Version version);

    /** Those of both; where both have a path, it is the other's. */
    default Sources and(Sources other) {
        return version -> {
            SortedMap<String, String> all = new TreeMap<>(at(version));
            all.putAll(other.at(version));
            return all;
        };
    }

    /** These and files that are the same in every version. */
    default Sources and(Map<String, String> files) {
        return and(version -> new TreeMap<>(files));
    }

    default Sources without(String path) {
        return version -> {
            SortedMap<String, String> fewer = new TreeMap<>(at(version));
            fewer.remove(path);
            return fewer;
        };
    }
}
