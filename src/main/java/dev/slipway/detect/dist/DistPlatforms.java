package dev.slipway.detect.dist;

import dev.slipway.detect.dist.DistRelease.Platform;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What dist builds for, where, and how it packs that. */
final class DistPlatforms {
    private static final String RUNNERS = "github-custom-runners";
    /** The labels of the system that dist chooses for Linux. */
    private static final Set<String> USUAL = Set.of("ubuntu-22.04", "ubuntu-22.04-arm");

    private static final Pattern MANYLINUX = Pattern.compile("manylinux_(\\d{1,3})_(\\d{1,3})");

    private DistPlatforms() {}

    static List<Platform> of(DistConfig config, String name) {
        return config.items("targets").stream()
                .distinct()
                .map(triple -> platform(config, name, triple))
                .toList();
    }

    /** A zip holds the files themselves, a tarball a folder that is named like it. */
    private static Platform platform(DistConfig config, String name, String triple) {
        boolean windows = triple.contains("windows");
        String key = windows ? "windows-archive" : "unix-archive";
        String ending = config.text(key, windows ? ".zip" : ".tar.xz");
        return new Platform(
                triple,
                glibc(config, triple),
                name + "-" + triple,
                ending.equals(".tar.zstd") ? ".tar.zst" : ending,
                ending.equals(".zip") ? "flat" : "dir",
                config.from("targets")
                        + config.at(key).map(entry -> " and " + entry.from()).orElse("") + ", as dist packs them");
    }

    /** The machine that a config names for a target that is built on the machine itself, if it has another system. */
    static Optional<DistEntry> machine(DistConfig config, String triple) {
        return image(config, triple).isPresent()
                ? Optional.empty()
                : config.at(RUNNERS, triple)
                        .or(() -> config.at(RUNNERS, triple, "runner"))
                        .filter(machine -> !USUAL.contains(machine.text()));
    }

    /** The image that a target is built in. */
    private static Optional<DistEntry> image(DistConfig config, String triple) {
        return config.at(RUNNERS, triple, "container").or(() -> config.at(RUNNERS, triple, "container", "image"));
    }

    /** The images of manylinux say in their names which C library they are for. */
    private static Optional<String> glibc(DistConfig config, String triple) {
        return image(config, triple)
                .map(DistEntry::text)
                .filter(image -> triple.endsWith("-gnu"))
                .flatMap(image -> {
                    Matcher version = MANYLINUX.matcher(image);
                    return version.find() ? Optional.of(version.group(1) + "." + version.group(2)) : Optional.empty();
                });
    }

    /** Whether dist chooses the system on which a program is linked. */
    static boolean linksAsUsual(DistConfig config, String triple) {
        return machine(config, triple).isEmpty() && image(config, triple).isEmpty();
    }
}
