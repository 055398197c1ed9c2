package dev.slipway.detect.dist;

import dev.slipway.detect.dist.DistRelease.Loss;
import dev.slipway.detect.dist.DistRelease.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The files of a release by dist that one by Slipway does not have, each by its name. */
record DistAssets(DistConfig config, DistPackage crate, List<Platform> platforms) {
    private static final String BY_HASH = "checksums";

    List<Loss> lost() {
        List<Loss> lost = new ArrayList<>();
        sums(lost);
        if (config.on("source-tarball", true)) {
            summed("source.tar.gz")
                    .forEach(name -> lost.add(loss("source-tarball", name, "GitHub offers the sources of each tag")));
        }
        lost.add(new Loss("", "dist-manifest.json", "only dist tools read it", config.from("targets")));
        installers(lost);
        archives("install-updater", platform -> platform.stem() + "-update", "Slipway has no updater program", lost);
        if (config.on("cargo-cyclonedx", false)) {
            lost.add(loss(
                    "cargo-cyclonedx",
                    crate.name() + ".cdx.xml",
                    "'sbom: cyclonedx' creates a JSON file with another name, see 'slipway plan'"));
        }
        archives(
                "omnibor",
                platform -> platform.stem() + platform.ending() + ".omnibor",
                "Slipway has no such identifiers",
                lost);
        config.below("extra-artifacts")
                .filter(entry -> entry.name().equals("artifacts"))
                .forEach(entry -> entry.values()
                        .forEach(path -> lost.add(new Loss(
                                "extra-artifacts",
                                path.replaceFirst("^.*/", ""),
                                "'release.files' takes files from the repository, and runs no commands to create them",
                                entry.from()))));
        crate.others().forEach(other -> others(other, lost));
        return lost;
    }

    private void others(String other, List<Loss> lost) {
        String why = "'" + other + "' needs its own config and its own tags";
        Stream<String> archives =
                platforms.stream().flatMap(platform -> summed(other + "-" + platform.triple() + platform.ending()));
        Stream<String> installers =
                config.items("installers").stream().flatMap(kind -> installers(other, kind).stream());
        Stream<String> updaters = config.on("install-updater", false)
                ? platforms.stream().map(platform -> other + "-" + platform.triple() + "-update")
                : Stream.of();
        Stream.of(archives, installers, updaters)
                .flatMap(names -> names)
                .forEach(name -> lost.add(loss("packages", name, why)));
    }

    /** The files of a kind of installer. */
    private List<String> installers(String name, String kind) {
        return switch (kind) {
            case "shell" -> List.of(name + "-installer.sh");
            case "powershell" -> List.of(name + "-installer.ps1");
            case "homebrew" -> List.of(name + ".rb");
            case "npm" -> List.of(name + "-npm-package.tar.gz");
            case "msi" -> each(name, "windows", ".msi");
            case "pkg" -> each(name, "darwin", ".pkg");
            default -> List.of();
        };
    }

    private List<String> each(String name, String system, String ending) {
        return platforms.stream()
                .map(Platform::triple)
                .filter(triple -> triple.contains(system))
                .flatMap(triple -> summed(name + "-" + triple + ending))
                .toList();
    }

    private void sums(List<Loss> lost) {
        String hash = config.text("checksum", "sha256");
        if (hash.equals("false")) {
            return;
        }
        if (!DistKeys.NAMED.contains(hash)) {
            lost.add(loss(
                    "checksum",
                    hash + ".sum",
                    "'" + BY_HASH + ": both' adds SHA256SUMS for all files; each file keeps its own checksum file"));
            lost.add(loss(
                    "checksum",
                    "*." + hash,
                    hash.equals("blake2b")
                            ? "the same checksums, with the ending .b2"
                            : "Slipway does not have this hash; every file has a .sha256"));
        }
    }

    private void installers(List<Loss> lost) {
        List<String> wanted = config.items("installers");
        if (wanted.contains("homebrew")) {
            lost.add(
                    loss(
                            "installers",
                            config.text("formula", crate.name()) + ".rb",
                            DistKeys.pushesFormula(config)
                                    ? "the formula is pushed to the tap, and no longer part of the release"
                                    : "dist does not push it to a tap; 'packages.homebrew' does, and adds no file to the release"));
        }
        if (wanted.contains("npm")) {
            installers(crate.name(), "npm")
                    .forEach(name -> lost.add(loss("installers", name, "Slipway builds no npm packages")));
        }
        if (wanted.contains("msi")) {
            installers(crate.name(), "msi")
                    .forEach(name ->
                            lost.add(loss("installers", name, "Slipway builds no packages for Windows Installer")));
        }
        if (wanted.contains("pkg")) {
            installers(crate.name(), "pkg")
                    .forEach(name -> lost.add(loss("installers", name, "Slipway builds no macOS packages")));
        }
        if (wanted.contains("powershell")
                && !config.text("windows-archive", ".zip").equals(".zip")) {
            lost.add(
                    loss(
                            "installers",
                            crate.name() + "-installer.ps1",
                            "Windows can unpack only zip files by itself: the installer needs 'archive.format: { windows: zip }'"));
        }
        if (wanted.contains("shell") || wanted.contains("powershell")) {
            String path = config.text("install-path", "CARGO_HOME");
            lost.add(loss(
                    config.at("install-path").isPresent() ? "install-path" : "installers",
                    path,
                    "installers put programs into ~/.local/bin or the folder in '--to', and write no receipt for dist "
                            + "updaters"));
        }
    }

    /** A file, and those that dist makes of it. */
    private Stream<String> summed(String name) {
        String hash = config.text("checksum", "sha256");
        Stream<String> sum = hash.equals("false") ? Stream.of() : Stream.of(name + "." + hash);
        Stream<String> identifier = config.on("omnibor", false) ? Stream.of(name + ".omnibor") : Stream.of();
        return Stream.of(Stream.of(name), sum, identifier).flatMap(names -> names);
    }

    private void archives(String key, Function<Platform, String> name, String why, List<Loss> lost) {
        if (config.on(key, false)) {
            platforms.forEach(platform -> lost.add(loss(key, name.apply(platform), why)));
        }
    }

    private Loss loss(String key, String value, String why) {
        return new Loss(key, value, why, config.from(key));
    }
}
