package dev.slipway.detect.dist;

import dev.slipway.detect.dist.DistRelease.Key;
import dev.slipway.detect.dist.DistRelease.Platform;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of a release by dist a config of Slipway can say. */
record DistKeys(DistConfig config, DistPackage crate, List<Platform> platforms) {
    /** The package managers of dist, and the systems that have them. */
    private static final List<String[]> MANAGERS = List.of(
            new String[] {"apt", "linux"}, new String[] {"homebrew", "macos"}, new String[] {"chocolatey", "windows"});
    /** A word in the triples of a system, and the system. */
    private static final List<String[]> SYSTEMS = List.of(
            new String[] {"linux", "linux"}, new String[] {"darwin", "macos"}, new String[] {"windows", "windows"});

    private static final Map<String, List<String>> HASHES =
            Map.of("sha512", List.of("sha256", "sha512"), "blake2b", List.of("sha256", "blake2"));

    /** The hashes that have one word in both configs. */
    static final Set<String> NAMED = Set.of("sha256", "sha512");

    List<Key> all() {
        List<Key> keys = new ArrayList<>();
        builds(keys);
        files(keys);
        release(keys);
        packages(keys);
        return keys;
    }

    private void builds(List<Key> keys) {
        plain("rust-toolchain-version", "rust.toolchain", keys);
        if (config.allFeatures() && !crate.features().isEmpty()) {
            String from = config.from("all-features") + "; add new features here too";
            keys.add(new Key("rust.features", crate.features(), from));
        } else {
            plain("features", "rust.features", keys);
        }
        if (!config.defaultFeatures()) {
            plain("default-features", "rust.default-features", keys);
        }
        config.at("binaries", "*").ifPresent(entry -> keys.add(new Key("rust.bins", entry.values(), entry.from())));
        boolean asUsual = !config.buildsElsewhere(); // other workflows set their own systems and flags
        if (crate.profile() && asUsual) {
            keys.add(new Key("rust.profile", List.of("dist"), "Cargo.toml [profile.dist]"));
        }
        boolean windows =
                platforms.stream().anyMatch(platform -> platform.triple().endsWith("-pc-windows-msvc"));
        if (windows && config.on("msvc-crt-static", asUsual)) {
            String usual = config.at("msvc-crt-static").isPresent() ? "" : ", the default of dist";
            keys.add(new Key(
                    "windows.env.RUSTFLAGS",
                    List.of("-C target-feature=+crt-static"),
                    config.from("msvc-crt-static") + usual));
        }
        SYSTEMS.forEach(system -> machines(system[0], system[1], keys));
        if (asUsual) {
            links(keys);
        }
        MANAGERS.forEach(manager -> dependencies(manager[0], manager[1], keys));
    }

    /** Programs that dist links on its usual system still need no newer one. */
    private void links(List<Key> keys) {
        List<String> linux = platforms.stream()
                .map(Platform::triple)
                .filter(triple -> triple.contains("linux"))
                .toList();
        if (linux.stream().noneMatch(triple -> triple.contains("-gnu") && DistPlatforms.linksAsUsual(config, triple))) {
            return;
        }
        // before 0.28, dist built on Ubuntu 20.04, which has no runner any more
        boolean older = config.text("cargo-dist-version", "").matches("0\\.(?:[0-9]|1[0-9]|2[0-7])(?:\\..*)?");
        String from = config.from("targets")
                + (older
                        ? ", because Ubuntu 20.04, where this version of dist builds, has no runner: programs need glibc 2.35"
                        : ", because dist builds on that system: programs need glibc 2.35, as before")
                + "; it has fewer tools than a runner, so add those that the build needs to 'linux.packages'";
        keys.add(new Key("linux.container", List.of("ubuntu:22.04"), from));
        linux.stream()
                .filter(triple -> !DistPlatforms.linksAsUsual(config, triple))
                .forEach(triple -> keys.add(new Key(
                        "targets." + triple + ".container", List.of("false"), config.from("github-custom-runners"))));
    }

    /** One label for a system if all its targets have the same. */
    private void machines(String word, String system, List<Key> keys) {
        List<String> triples = platforms.stream()
                .map(Platform::triple)
                .filter(triple -> triple.contains(word))
                .toList();
        List<DistEntry> machines = triples.stream()
                .flatMap(triple -> DistPlatforms.machine(config, triple).stream())
                .toList();
        boolean same = machines.size() == triples.size()
                && machines.stream().map(DistEntry::text).distinct().count() == 1;
        if (same) {
            keys.add(new Key(
                    system + ".runner",
                    machines.get(0).values(),
                    machines.get(0).from()));
            return;
        }
        triples.forEach(triple -> DistPlatforms.machine(config, triple)
                .ifPresent(entry -> keys.add(new Key("targets." + triple + ".runner", entry.values(), entry.from()))));
    }

    /** Packages of all versions, for all targets, that a build needs. */
    private void dependencies(String manager, String system, List<Key> keys) {
        List<DistEntry> some = Stream.of("dependencies", "system-dependencies")
                .flatMap(table -> config.below(table, manager))
                .toList();
        Set<String> others = some.stream()
                .filter(entry -> entry.name().equals("stage") && !entry.values().contains("build"))
                .map(DistKeys::dependency)
                .collect(Collectors.toSet());
        List<String> names = some.stream()
                .map(DistKeys::dependency)
                .distinct()
                .filter(name -> !others.contains(name))
                .toList();
        if (!names.isEmpty()) {
            keys.add(new Key(system + ".packages", names, some.get(0).from()));
        }
    }

    private static String dependency(DistEntry entry) {
        return entry.path().get(2);
    }

    private void files(List<Key> keys) {
        Set<String> include = new LinkedHashSet<>(config.on("auto-includes", true) ? crate.texts() : List.of());
        config.items("include").forEach(path -> include.add(included(path)));
        if (config.at("include").isPresent() || !include.equals(Set.copyOf(crate.usual()))) {
            keys.add(new Key(
                    "archive.include",
                    List.copyOf(include),
                    config.from(config.at("include").isPresent() ? "include" : "auto-includes")));
        }
        String checksum = config.text("checksum", "sha256");
        if (checksum.equals("false")) {
            keys.add(new Key("checksums", List.of("none"), config.from("checksum")));
        } else if (HASHES.containsKey(checksum)) {
            keys.add(new Key("hashes", HASHES.getOrDefault(checksum, List.of()), config.from("checksum")));
        }
        if (NAMED.contains(checksum)) {
            keys.add(new Key("checksums", List.of("both"), config.from("checksum")));
            keys.add(new Key("checksum-file", List.of("{hash}.sum"), config.from("checksum")));
        }
        if (config.on("cargo-cyclonedx", false)) {
            keys.add(new Key("sbom", List.of("cyclonedx"), config.from("cargo-cyclonedx")));
        }
    }

    /** Whatever its folder is, dist puts it at the top of an archive. */
    private static String included(String path) {
        return path.replaceFirst("^(\\./)+", "");
    }

    private void release(List<Key> keys) {
        if (config.on("dispatch-releases", false)) {
            keys.add(new Key("release.trigger", List.of("dispatch"), config.from("dispatch-releases")));
        }
        if (!config.on("create-release", true)) {
            // somebody else's draft keeps its title and its notes, and is published with its files
            keys.add(new Key("release.draft", List.of("never"), config.from("create-release")));
        }
        if (config.on("github-attestations", false)) {
            keys.add(new Key("attest", List.of("true"), config.from("github-attestations")));
        }
    }

    private void packages(List<Key> keys) {
        List<String> scripts = config.installers().stream()
                .filter(kind -> kind.equals("shell") && builds(false) || kind.equals("powershell") && zips())
                .toList();
        if (!scripts.isEmpty()) {
            keys.add(new Key("packages.installers", scripts, config.from("installers")));
        }
        if (pushesFormula(config)) {
            keys.add(new Key("packages.homebrew", config.items("tap"), config.from("tap")));
        }
    }

    /** Whether there is an archive that Windows itself opens. */
    private boolean zips() {
        return builds(true) && config.text("windows-archive", ".zip").equals(".zip");
    }

    /** Whether there is a program for Windows, or for anything else. */
    private boolean builds(boolean windows) {
        return platforms.stream().anyMatch(platform -> platform.triple().contains("windows") == windows);
    }

    /** Whether dist pushes the formula to a tap, in addition to making it. */
    static boolean pushesFormula(DistConfig config) {
        return config.installers().contains("homebrew")
                && config.items("publish-jobs").contains("homebrew")
                && config.at("tap").isPresent();
    }

    private void plain(String name, String path, List<Key> keys) {
        config.at(name)
                .filter(entry -> !entry.values().isEmpty())
                .ifPresent(entry -> keys.add(new Key(path, entry.values(), entry.from())));
    }
}
