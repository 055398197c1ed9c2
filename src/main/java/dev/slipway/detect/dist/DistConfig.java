package dev.slipway.detect.dist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All settings of dist for a package.
 *
 * @see <a href="https://axodotdev.github.io/cargo-dist/book/reference/config.html">The config of dist</a>
 */
public final class DistConfig {
    private final List<DistEntry> entries;
    private final Map<List<String>, DistEntry> byPath = new HashMap<>();
    private final Set<String> targets;

    private DistConfig(List<DistEntry> entries) {
        this.entries = List.copyOf(entries);
        entries.forEach(entry -> byPath.putIfAbsent(entry.path(), entry));
        this.targets = Set.copyOf(items("targets"));
    }

    /** What several files say together: a key of an earlier one hides the same key of a later one. */
    public static DistConfig of(List<List<DistEntry>> files) {
        List<DistEntry> all = new ArrayList<>();
        Set<String> said = new HashSet<>();
        for (List<DistEntry> file : files) {
            file.stream().filter(entry -> !said.contains(entry.key())).forEach(all::add);
            file.forEach(entry -> said.add(entry.key()));
        }
        return new DistConfig(all);
    }

    /** Whether it names something to build for. */
    public boolean builds() {
        return !items("targets").isEmpty();
    }

    /** Whether it builds for a target. */
    boolean builds(String triple) {
        return targets.contains(triple);
    }

    /** The features that builds switch on. */
    public List<String> features() {
        return items("features");
    }

    public boolean defaultFeatures() {
        return on("default-features", true);
    }

    public boolean allFeatures() {
        return on("all-features", false);
    }

    /** Whether the workflows of the project build the archives, and not dist. */
    public boolean buildsElsewhere() {
        return !on("build-local-artifacts", true);
    }

    /**
     * Whether it releases a package: if a list names it, else as is said of it, else if it may be published.
     *
     * @param publishable what its manifest says
     */
    public boolean releases(String name, boolean publishable) {
        return at("packages").map(list -> list.values().contains(name)).orElseGet(() -> on("dist", publishable));
    }

    /** All values, in the order of the files. */
    List<DistEntry> entries() {
        return entries;
    }

    /** The value of a key. */
    Optional<DistEntry> at(String... path) {
        return Optional.ofNullable(byPath.get(List.of(path)));
    }

    /** The values below a table. */
    Stream<DistEntry> below(String... path) {
        return entries.stream()
                .filter(entry -> entry.path().size() > path.length
                        && entry.path().subList(0, path.length).equals(List.of(path)));
    }

    /** The items of a list. */
    List<String> items(String key) {
        return at(key).map(DistEntry::values).orElse(List.of());
    }

    String text(String key, String usual) {
        return at(key).map(DistEntry::text).orElse(usual);
    }

    /** Whether a switch is on. */
    boolean on(String key, boolean usual) {
        return at(key).map(entry -> entry.text().equals("true")).orElse(usual);
    }

    /** The place of a key, otherwise that of the targets. */
    String from(String key) {
        return at(key).or(() -> at("targets")).map(DistEntry::from).orElse("");
    }
}
