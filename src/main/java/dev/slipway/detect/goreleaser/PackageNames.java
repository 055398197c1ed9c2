package dev.slipway.detect.goreleaser;

import dev.slipway.detect.tool.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names of the packages of an {@code nfpms} entry by the conventions of their formats.
 *
 * @param name the name of the package
 * @param release which packaging of the same version it is; empty if nothing is said
 * @param prerelease what the config adds to each version
 * @param metadata what the config adds after that
 * @see <a href="https://nfpm.goreleaser.com">nFPM</a>
 */
record PackageNames(String name, String release, String prerelease, String metadata) {
    private static final Map<String, String> ENDINGS = Map.of("archlinux", ".pkg.tar.zst", "termux.deb", ".termux.deb");

    /** What each kind calls processors, if that is not Go's own name. */
    private static final Map<String, String> WORDS = Map.of(
            "deb",
            "386=i386 arm5=armel arm6=armhf arm7=armhf mips64le=mips64el mipsle=mipsel ppc64le=ppc64el",
            "rpm",
            "all=noarch amd64=x86_64 386=i386 arm64=aarch64 arm5=armv5tel arm6=armv6hl arm7=armv7hl mips64le=mips64el"
                    + " mipsle=mipsel loong64=loongarch64",
            "apk",
            "all=noarch amd64=x86_64 386=x86 arm64=aarch64 arm6=armhf arm7=armv7 loong64=loongarch64",
            "archlinux",
            "all=any amd64=x86_64 386=i686 arm64=aarch64 arm7=armv7h",
            "ipk",
            "386=i386 amd64=x86_64 arm5=armel arm6=armhf arm7=armhf mips64le=mips64el mipsle=mipsel ppc64le=ppc64el"
                    + " riscv64=riscv64_generic",
            "termux.deb",
            "386=i686 amd64=x86_64 arm64=aarch64 arm6=arm arm7=arm7",
            "msix",
            "all=neutral amd64=x64 386=x86 arm7=arm");

    static PackageNames of(Section section, String name) {
        return new PackageNames(
                name,
                section.text("release").orElse(""),
                section.text("prerelease").orElse(""),
                section.text("version_metadata").orElse(""));
    }

    /** What the name of a file ends with. */
    static String ending(String format) {
        return ENDINGS.getOrDefault(format, "." + format);
    }

    /** Whether a kind of package is made for a machine. */
    static boolean packs(String format, Machine machine) {
        String arch = arch(machine);
        return switch (machine.os()) {
            case "windows" -> format.equals("msix");
            case "android" ->
                format.equals("termux.deb")
                        && List.of("all", "amd64", "arm64", "arm", "386").contains(machine.arch());
            case "ios" -> format.equals("deb");
            case "aix" -> format.equals("rpm") && arch.equals("ppc64");
            case "linux" ->
                !List.of("msix", "termux.deb").contains(format)
                        && (!format.equals("archlinux")
                                || List.of("all", "amd64", "arm64", "386", "arm7")
                                        .contains(arch));
            default -> false;
        };
    }

    /** The whole name; nothing for a kind that writes versions in its own way. */
    Optional<String> conventional(String format, Machine machine) {
        String arch = word(format, machine.os().equals("aix") ? "ppc" : arch(machine));
        String meta = metadata.isEmpty() ? "" : "+" + metadata;
        return switch (format) {
            case "rpm" -> {
                String pre = prerelease.isEmpty() ? "" : "~" + prerelease.replace('-', '_');
                yield Optional.of(name + "-{version}" + pre + meta + "-" + (release.isEmpty() ? "1" : release) + "."
                        + arch + ".rpm");
            }
            case "apk" -> {
                String pre = prerelease.isEmpty() ? "" : "_" + prerelease;
                String rel = release.isEmpty() ? "" : release.startsWith("r") ? "-" + release : "-r" + release;
                yield metadata.isEmpty()
                        ? Optional.of(name + "_{version}" + pre + rel + "_" + arch + ".apk")
                        : Optional.empty();
            }
            case "archlinux" ->
                Optional.of(name + "-{version}" + prerelease.replace('-', '_') + "-"
                        + (release.matches("[0-9]+") ? release : "1") + "-" + arch + ".pkg.tar.zst");
            case "msix" -> Optional.empty();
            default -> {
                String pre = prerelease.isEmpty() ? "" : "~" + prerelease;
                String rel = release.isEmpty() ? "" : "-" + release;
                String ending = format.equals("termux.deb") ? ".deb" : "." + format;
                yield Optional.of(name + "_{version}" + pre + meta + rel + "_" + arch + ending);
            }
        };
    }

    private static String arch(Machine machine) {
        return machine.arch() + machine.variants().getOrDefault("Arm", "");
    }

    private static String word(String format, String arch) {
        for (String pair : WORDS.getOrDefault(format, "").split(" ")) {
            if (pair.startsWith(arch + "=")) {
                return pair.substring(arch.length() + 1);
            }
        }
        return arch;
    }
}
