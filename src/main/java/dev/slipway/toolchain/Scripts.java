package dev.slipway.toolchain;

import dev.slipway.shipped.ShippedFile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The scripts that steps run: plain shell under {@code templates/scripts}, whose values arrive as environment. */
public final class Scripts {
    /** The names of all scripts. */
    public static final List<String> NAMES = List.of(
            "called-tag",
            "cargo-components",
            "cargo-order",
            "cargo-publish",
            "cargo-version",
            "changed",
            "changelog",
            "check-built",
            "check-gofmt",
            "check-moved",
            "check-prefix",
            "check-unreleased",
            "check-unreleased-curl",
            "check-version",
            "check-version-any",
            "check-version-calver",
            "checksums",
            "checksums-both",
            "checksums-combined",
            "choose-tag",
            "compare-native",
            "compare-version",
            "compress-tar",
            "compress-zip",
            "coverage-summary",
            "describe-commit",
            "fill-in",
            "find-draft",
            "find-jar",
            "fleet-propose",
            "fleet-shard",
            "gate",
            "git-cliff",
            "go-components",
            "gradle-components",
            "gradle-version",
            "image-summary",
            "install-cross",
            "install-rustup",
            "install-slipway",
            "install-zig",
            "java-folder",
            "java-folder-windows",
            "leads",
            "make-debs",
            "make-rpms",
            "mark-prerelease",
            "maven-components",
            "maven-version",
            "new-tag",
            "newest",
            "newest-calver",
            "next-tag",
            "next-tag-any",
            "next-tag-calver",
            "no-build-metadata",
            "notes-start",
            "pack",
            "pack-experimental",
            "pack-program",
            "package-installed",
            "package-java",
            "propose-winget",
            "publish-release",
            "push-formula",
            "read-version",
            "sbom-cyclonedx",
            "sbom-spdx",
            "sign-image",
            "smoke-test",
            "stage-package",
            "stay-behind",
            "still-newest",
            "tag-image",
            "take-native",
            "tell-version",
            "tell-version-plain",
            "train-java",
            "trim-runtime",
            "upload-release");

    /** Those that were asked for: most configs need a few of them. */
    private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

    private Scripts() {}

    /** Whether there is such a script. */
    public static boolean exists(String name) {
        return NAMES.contains(name);
    }

    /** The text of a script, such as {@code package}, without a line end after it. */
    public static String read(String name) {
        return TEXTS.computeIfAbsent(name, Scripts::shipped);
    }

    /** The names of the scripts of more than so many lines. */
    public static List<String> longerThan(int lines) {
        return NAMES.stream().filter(name -> read(name).lines().count() > lines).toList();
    }

    private static String shipped(String name) {
        return ShippedFile.text("templates/scripts/" + name + ".sh").stripTrailing();
    }
}
