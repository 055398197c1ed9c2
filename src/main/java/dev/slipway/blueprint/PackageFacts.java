package dev.slipway.blueprint;

import dev.slipway.blueprint.ReleasePage.FileRow;
import dev.slipway.blueprint.ReleasePage.Way;
import dev.slipway.plan.Installer;
import dev.slipway.plan.Packages;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Os;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the page about the release says of packages. */
final class PackageFacts {
    private static final String MACHINE = ", with the file for your processor";

    private PackageFacts() {}

    /** How people install the release of a tag. */
    static List<Way> ways(ReleasePlan plan, String tag) {
        Packages packages = plan.packages();
        List<Way> ways = new ArrayList<>();
        packages.installers().forEach(installer -> ways.add(way(plan, tag, installer)));
        packages.homebrew()
                .ifPresent(it -> ways.add(new Way(
                        "With Homebrew", "brew install " + it.tap().replace("/homebrew-", "/") + "/" + it.name())));
        packages.winget().ifPresent(it -> ways.add(new Way("On Windows, with winget", "winget install " + it.id())));
        packages.deb()
                .ifPresent(deb -> deb.builds().stream()
                        .findFirst()
                        .map(build -> deb.file(build, plan.tags().prefix()).with(tag))
                        .ifPresent(file ->
                                ways.add(new Way("On Debian and Ubuntu" + MACHINE, "sudo apt install ./" + file))));
        packages.rpm()
                .ifPresent(rpm -> rpm.builds().stream()
                        .findFirst()
                        .map(build -> rpm.file(build, plan.tags().prefix()).with(tag))
                        .ifPresent(file -> ways.add(
                                new Way("On Fedora and similar systems" + MACHINE, "sudo dnf install ./" + file))));
        return ways;
    }

    private static Way way(ReleasePlan plan, String tag, Installer installer) {
        String releases = plan.project().repository().url() + "/releases/";
        String address =
                releases + (plan.tags().named() ? "download/" + tag : "latest/download") + "/" + installer.asset();
        return switch (installer.kind()) {
            case SHELL ->
                new Way("On " + systems(installer), "curl --proto '=https' --tlsv1.2 -LsSf " + address + " | sh");
            case POWERSHELL -> new Way("On Windows", "powershell -c \"irm " + address + " | iex\"");
        };
    }

    private static String systems(Installer installer) {
        return ReleasePage.sentence(installer.choices().stream()
                .map(choice -> choice.build().target().os())
                .sorted()
                .distinct()
                .map(Os::title)
                .toList());
    }

    /** What a job does, if it has to do with packages. */
    static Optional<String> purpose(ReleasePlan plan, String job) {
        Packages packages = plan.packages();
        String later = plan.tags().semantic() ? ", unless it is a prerelease" : "";
        return switch (job) {
            case Packages.PREPARE ->
                Optional.of("packs the archives"
                        + (packages.deb().isPresent() || packages.rpm().isPresent()
                                ? ", builds packages from them"
                                : "")
                        + (packages.filledIn() ? ", and fills in the tag and checksums" : ""));
            case Packages.REGISTRY ->
                packages.registry().map(it -> "publishes on " + it.registry().title());
            case Packages.HOMEBREW -> packages.homebrew().map(it -> "pushes the formula to " + it.tap() + later);
            case Packages.WINGET ->
                packages.winget().map(it -> "proposes the manifest to microsoft/winget-pkgs" + later);
            default -> Optional.empty();
        };
    }

    /** The files that packages are made of. */
    static List<FileRow> files(List<PackageFile> files) {
        return files.stream()
                .map(file -> new FileRow(
                        file.path(),
                        file.result().startsWith(PackageFile.ASSETS)
                                ? "the installer, without the tag and checksums"
                                : file.path().endsWith(".rb")
                                        ? "the formula, without the version and checksums"
                                        : "a winget manifest, without the version and checksums"))
                .toList();
    }
}
