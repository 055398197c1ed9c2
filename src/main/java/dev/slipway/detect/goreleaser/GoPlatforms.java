package dev.slipway.detect.goreleaser;

import java.util.Map;
import java.util.Optional;

/** The platforms of Go that Slipway builds for, by the names that compilers have for them. */
public final class GoPlatforms {
    static final Map<String, String> TRIPLES = Map.ofEntries(
            Map.entry("linux_amd64_v1", "x86_64-unknown-linux-gnu"),
            Map.entry("linux_arm64_v8.0", "aarch64-unknown-linux-gnu"),
            Map.entry("linux_arm_7", "armv7-unknown-linux-gnueabihf"),
            Map.entry("linux_386_sse2", "i686-unknown-linux-gnu"),
            Map.entry("linux_riscv64_rva20u64", "riscv64gc-unknown-linux-gnu"),
            Map.entry("linux_s390x", "s390x-unknown-linux-gnu"),
            Map.entry("linux_ppc64le_power8", "powerpc64le-unknown-linux-gnu"),
            Map.entry("darwin_amd64_v1", "x86_64-apple-darwin"),
            Map.entry("darwin_arm64_v8.0", "aarch64-apple-darwin"),
            Map.entry("windows_amd64_v1", "x86_64-pc-windows-msvc"),
            Map.entry("windows_arm64_v8.0", "aarch64-pc-windows-msvc"),
            Map.entry("windows_386_sse2", "i686-pc-windows-msvc"),
            Map.entry("freebsd_amd64_v1", "x86_64-unknown-freebsd"),
            Map.entry("freebsd_arm64_v8.0", "aarch64-unknown-freebsd"),
            Map.entry("freebsd_386_sse2", "i686-unknown-freebsd"));

    private GoPlatforms() {}

    /** What compilers call a platform, with the usual variant of its processor; of any other, its two words. */
    public static String name(String os, String arch) {
        String variant = arch.equals("arm") ? "7" : Machine.usualVariant(arch);
        String target = os + "_" + arch + (variant.isEmpty() ? "" : "_" + variant);
        return Optional.ofNullable(TRIPLES.get(target)).orElse(os + "/" + arch);
    }
}
