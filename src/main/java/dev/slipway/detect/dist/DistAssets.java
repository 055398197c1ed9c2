package dev.slipway.detect.dist;

import dev.slipway.detect.dist.DistRelease.Loss;
import dev.slipway.detect.dist.DistRelease.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of a release by dist that one by Slipway does not have, each by its name. */
record DistAssets(DistConfig config, DistPackage crate, List<Platform> platforms) {
    private static final String BY_HASH = "checksums";

    /** Kinds of installers that Slipway never makes, or makes elsewhere. */
    private static final List<String> FOREIGN = List.of("homebrew", "npm", "msi", "pkg");

    List<Loss> lost() {
        List<Loss> lost = new ArrayList<>();
        DistNames names = new DistNames(config, crate.name(), platforms);
        sums(lost);
        if (config.on("source-tarball", true)) {
            names.summed("source.tar.gz")
                    .forEach(name -> lost.add(loss("source-tarball", name, "GitHub offers the sources of each tag")));
        }
        lost.add(new Loss("", "dist-manifest.json", "only dist tools read it", config.from("targets")));
        installers(names, lost);
        names.updaters().forEach(name -> lost.add(loss("install-updater", name, "Slipway has no updater program")));
        names.components()
                .forEach(name -> lost.add(loss(
                        "cargo-cyclonedx",
                        name,
                        "'sbom: cyclonedx' creates a JSON file with another name, see 'slipway plan'")));
        if (config.on("omnibor", false)) {
            platforms.forEach(platform -> lost.add(loss(
                    "omnibor", platform.stem() + platform.ending() + ".omnibor", "Slipway has no such identifiers")));
        }
        config.below("extra-artifacts")
                .filter(entry -> entry.name().equals("artifacts"))
                .forEach(entry -> DistNames.extras(entry)
                        .forEach(name -> lost.add(new Loss(
                                "extra-artifacts",
                                name,
                                "'release.files' takes files from the repository, and runs no commands to create them",
                                entry.from()))));
        crate.others().forEach(other -> others(other, lost));
        return lost;
    }

    private static void others(DistPackage.Other other, List<Loss> lost) {
        String why = "'" + other.name() + "' needs its own config and its own tags";
        String from = other.config().from("targets");
        if (!other.together()) {
            lost.add(new Loss(
                    "packages", other.name(), "has another version, so dist releases it separately: " + why, from));
            return;
        }
        DistNames.of(other).all().forEach(name -> lost.add(new Loss("packages", name, why, from)));
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

    private void installers(DistNames names, List<Loss> lost) {
        Set<String> wanted = config.installers();
        FOREIGN.stream()
                .filter(wanted::contains)
                .forEach(kind -> names.installers(kind).forEach(name -> lost.add(loss("installers", name, why(kind)))));
        boolean windows = !names.installers("powershell").isEmpty();
        boolean unix =
                platforms.stream().anyMatch(platform -> !platform.triple().contains("windows"));
        if (wanted.contains("shell") && windows && !unix) {
            names.installers("shell")
                    .forEach(name -> lost.add(
                            loss("installers", name, "there is no program that it could install outside of Windows")));
        }
        if (wanted.contains("powershell")
                && windows
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

    private String why(String kind) {
        return switch (kind) {
            case "homebrew" ->
                DistKeys.pushesFormula(config)
                        ? "the formula is pushed to the tap, and no longer part of the release"
                        : "dist does not push it to a tap; 'packages.homebrew' does, and adds no file to the release";
            case "npm" -> "Slipway builds no npm packages";
            case "msi" -> "Slipway builds no packages for Windows Installer";
            default -> "Slipway builds no macOS packages";
        };
    }

    private Loss loss(String key, String value, String why) {
        return new Loss(key, value, why, config.from(key));
    }
}
