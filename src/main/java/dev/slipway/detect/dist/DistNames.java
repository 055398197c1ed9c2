package dev.slipway.detect.dist;

import dev.slipway.detect.dist.DistRelease.Platform;
import java.util.List;
import java.util.stream.Stream;

/** The names of the files that dist makes of a package. */
record DistNames(DistConfig config, String name, List<Platform> platforms) {
    static DistNames of(DistPackage.Other other) {
        return new DistNames(other.config(), other.name(), DistPlatforms.of(other.config(), other.name()));
    }

    Stream<String> all() {
        return Stream.of(archives(), updaters(), extras(), components(), installers())
                .flatMap(names -> names);
    }

    private Stream<String> archives() {
        return platforms.stream().flatMap(platform -> summed(platform.stem() + platform.ending()));
    }

    Stream<String> updaters() {
        return config.on("install-updater", false)
                ? platforms.stream().map(platform -> platform.stem() + "-update")
                : Stream.of();
    }

    /** Files that a command makes; they get no checksums. */
    private Stream<String> extras() {
        return config.below("extra-artifacts")
                .filter(entry -> entry.name().equals("artifacts"))
                .flatMap(DistNames::extras);
    }

    static Stream<String> extras(DistEntry artifacts) {
        return artifacts.values().stream().map(path -> path.replaceFirst("^.*/", ""));
    }

    Stream<String> components() {
        return config.on("cargo-cyclonedx", false) ? Stream.of(name + ".cdx.xml") : Stream.of();
    }

    private Stream<String> installers() {
        return config.installers().stream().flatMap(kind -> installers(kind).stream());
    }

    /** The files of a kind of installer: none if it has no platform that it could install on. */
    List<String> installers(String kind) {
        boolean some = !platforms.isEmpty(); // a shell of Windows can run its programs, too
        boolean windows =
                platforms.stream().anyMatch(platform -> platform.triple().contains("windows"));
        return switch (kind) {
            case "shell" -> some ? List.of(name + "-installer.sh") : List.of();
            case "powershell" -> windows ? List.of(name + "-installer.ps1") : List.of();
            case "homebrew" -> some ? List.of(config.text("formula", name) + ".rb") : List.of();
            case "npm" -> some ? List.of(name + "-npm-package.tar.gz") : List.of();
            case "msi" -> each("windows", ".msi");
            case "pkg" -> each("darwin", ".pkg");
            default -> List.of();
        };
    }

    private List<String> each(String system, String ending) {
        return platforms.stream()
                .filter(platform -> platform.triple().contains(system))
                .flatMap(platform -> summed(platform.stem() + ending))
                .toList();
    }

    /** A file, and those that dist makes of it. */
    Stream<String> summed(String file) {
        String hash = config.text("checksum", "sha256");
        Stream<String> sum = hash.equals("false") ? Stream.of() : Stream.of(file + "." + hash);
        Stream<String> identifier = config.on("omnibor", false) ? Stream.of(file + ".omnibor") : Stream.of();
        return Stream.of(Stream.of(file), sum, identifier).flatMap(names -> names);
    }
}
