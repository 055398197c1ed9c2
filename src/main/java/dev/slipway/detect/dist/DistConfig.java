package dev.slipway.detect.dist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
    /** Settings of one kind of installer, which dist makes if one of them is there, listed or not. */
    private static final Map<String, String> INSTALLER_OF = Map.of(
            "tap", "homebrew",
            "formula", "homebrew",
            "npm-package", "npm",
            "npm-scope", "npm",
            "npm-shrinkwrap", "npm",
            "mac-pkg-config", "pkg");

    /** Keys that dist reads for the workspace alone; it warns of one in a package. */
    private static final Set<String> OF_WORKSPACE = Set.of(
            "checksum",
            "source-tarball",
            "recursive-tarball",
            "install-updater",
            "always-use-latest-updater",
            "omnibor",
            "precise-builds",
            "msvc-crt-static",
            "rust-toolchain-version",
            "dispatch-releases",
            "create-release",
            "build-local-artifacts",
            "github-attestations",
            "github-custom-runners",
            "tag-namespace",
            "hosting");

    private final List<DistEntry> entries;
    private final Map<List<String>, DistEntry> byPath = new HashMap<>();
    private final Set<String> targets;
    private final Set<String> installers;

    private DistConfig(List<DistEntry> entries, Set<String> installers) {
        this.entries = List.copyOf(entries);
        this.installers = installers;
        entries.forEach(entry -> byPath.putIfAbsent(entry.path(), entry));
        this.targets = Set.copyOf(items("targets"));
    }

    /** Whether a package may say it for itself, too. */
    public static boolean ofPackage(DistEntry entry) {
        return !OF_WORKSPACE.contains(entry.key());
    }

    /** What several files say together: a key of an earlier one hides the same key of a later one. */
    public static DistConfig of(List<List<DistEntry>> files) {
        List<DistEntry> all = new ArrayList<>();
        Set<String> said = new HashSet<>();
        Set<String> installers = new LinkedHashSet<>();
        for (List<DistEntry> file : files) {
            file.stream().filter(entry -> !said.contains(entry.key())).forEach(all::add);
            file.forEach(entry -> said.add(entry.key()));
        }
        for (int file = files.size() - 1; file >= 0; file--) {
            installers(files.get(file), installers);
        }
        return new DistConfig(all, installers);
    }

    /** A list of installers takes the place of an earlier one; a setting of an installer adds that installer. */
    private static void installers(List<DistEntry> file, Set<String> installers) {
        file.stream()
                .filter(entry -> entry.key().equals("installers"))
                .findFirst()
                .ifPresent(list -> {
                    installers.clear();
                    installers.addAll(list.values());
                });
        file.stream()
                .flatMap(entry -> Optional.ofNullable(INSTALLER_OF.get(entry.key())).stream())
                .forEach(installers::add);
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

    /** The kinds of installers that it makes. */
    Set<String> installers() {
        return installers;
    }

    /** Whether archives hold a library of one of these types. */
    public boolean packsLibrary(List<String> crateTypes) {
        return items("package-libraries").stream()
                .map(style -> style.equals("cstaticlib") ? "staticlib" : style)
                .anyMatch(crateTypes::contains);
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
