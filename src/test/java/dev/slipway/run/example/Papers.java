package dev.slipway.run.example;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What every project has beside its sources: a page about it, its changes, its licenses.
 *
 * @param name the project
 * @param licenses the files with licenses, such as {@code LICENSE-MIT}
 */
record Papers(String name, List<String> licenses) implements Sources {
    static Papers of(String name, String... licenses) {
        return new Papers(name, List.of(licenses));
    }

    @Override
    public SortedMap<String, String> at(Version version) {
        SortedMap<String, String> files = new TreeMap<>(Map.of(
                "README.md", "# " + name + "\n\nA small program that is released.\n",
                "CHANGELOG.md", "# Changelog\n\n" + sections(version)));
        licenses.forEach(file -> files.put(file, name + " may be used under the terms that " + file + " names.\n"));
        return files;
    }

    private static String sections(Version version) {
        return version.history().stream()
                .map(past -> "## [%s] - %s\n\n- What %s brings.\n"
                        .formatted(past.text(), past.date().substring(0, 10), past.text()))
                .collect(Collectors.joining("\n"));
    }
}
