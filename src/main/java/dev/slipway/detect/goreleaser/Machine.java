package dev.slipway.detect.goreleaser;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A platform as GoReleaser's templates know it.
 *
 * @param os {@code GOOS}, or the system of a Rust triple
 * @param arch {@code GOARCH}
 * @param variants further fields of templates, such as {@code Arm} and {@code Amd64}
 * @param target the whole name
 */
record Machine(String os, String arch, Map<String, String> variants, String target) {
    private static final String GO_PLATFORMS = """
            aix_ppc64 android_386 android_amd64 android_arm android_arm64 darwin_amd64 darwin_arm64 dragonfly_amd64 \
            freebsd_386 freebsd_amd64 freebsd_arm freebsd_arm64 illumos_amd64 ios_arm64 js_wasm wasip1_wasm linux_386 \
            linux_amd64 linux_arm linux_arm64 linux_ppc64 linux_ppc64le linux_mips linux_mipsle linux_mips64 \
            linux_mips64le linux_s390x linux_riscv64 linux_loong64 netbsd_386 netbsd_amd64 netbsd_arm netbsd_arm64 \
            openbsd_386 openbsd_amd64 openbsd_arm openbsd_arm64 openbsd_riscv64 plan9_386 plan9_amd64 plan9_arm \
            solaris_amd64 solaris_sparc solaris_sparc64 windows_arm64 windows_386 windows_amd64""";
    private static final Set<String> VALID = Set.of(GO_PLATFORMS.split(" "));

    /** The field of a variant and its value if nothing is said, by processor. */
    private static final Map<String, String[]> VARIANTS = variantsByArch();

    Machine {
        variants = Map.copyOf(variants);
    }

    private static Map<String, String[]> variantsByArch() {
        Map<String, String[]> variants = new LinkedHashMap<>();
        variants.put("amd64", new String[] {"Amd64", "goamd64", "v1"});
        variants.put("386", new String[] {"I386", "go386", "sse2"});
        variants.put("arm", new String[] {"Arm", "goarm", "6"});
        variants.put("arm64", new String[] {"Arm64", "goarm64", "v8.0"});
        for (String mips : new String[] {"mips", "mipsle", "mips64", "mips64le"}) {
            variants.put(mips, new String[] {"Mips", "gomips", "hardfloat"});
        }
        variants.put("ppc64", new String[] {"Ppc64", "goppc64", "power8"});
        variants.put("ppc64le", new String[] {"Ppc64", "goppc64", "power8"});
        variants.put("riscv64", new String[] {"Riscv64", "goriscv64", "rva20u64"});
        return variants;
    }

    /** The key of a build that lists the variants of a processor; empty if it has none. */
    static String variantKey(String arch) {
        return VARIANTS.containsKey(arch) ? VARIANTS.get(arch)[1] : "";
    }

    /** The variant that is built if nothing is said; empty if there is none. */
    static String usualVariant(String arch) {
        return VARIANTS.containsKey(arch) ? VARIANTS.get(arch)[2] : "";
    }

    /** A platform of Go, with a variant of its processor or the empty text. */
    static Machine go(String os, String arch, String variant) {
        Map<String, String> fields = new HashMap<>();
        if (VARIANTS.containsKey(arch)) {
            fields.put(VARIANTS.get(arch)[0], arch.equals("arm") ? variant.replaceFirst(",.*", "") : variant);
        }
        return new Machine(os, arch, fields, os + "_" + arch + (variant.isEmpty() ? "" : "_" + variant));
    }

    /** Reads {@code linux_amd64} or {@code linux_arm_7}. */
    static Optional<Machine> goTarget(String text) {
        String[] parts = text.split("_", 3);
        return parts.length < 2
                ? Optional.empty()
                : Optional.of(go(parts[0], parts[1], parts.length > 2 ? parts[2] : usualVariant(parts[1])));
    }

    /** Reads a triple of Rust, with a version of glibc behind a dot. */
    static Optional<Machine> rustTarget(String text) {
        String[] parts = text.split("-", 4);
        if (parts.length < 3) {
            return Optional.empty();
        }
        String arch = switch (parts[0]) {
            case "aarch64" -> "arm64";
            case "x86_64" -> "amd64";
            case "i686", "i586", "i386" -> "386";
            case "powerpc64le" -> "ppc64le";
            case "powerpc64" -> "ppc64";
            case "powerpc" -> "ppc";
            case "arm", "armv7" -> "arm";
            case "wasm32" -> "wasm";
            default -> parts[0];
        };
        Map<String, String> fields = new HashMap<>();
        fields.put("Vendor", parts[1]);
        fields.put("Abi", parts.length > 3 ? parts[3].replaceFirst("\\..*", "") : "");
        fields.put("Libc", text.contains(".") ? text.replaceFirst("^[^.]*\\.", "") : "");
        switch (parts[0]) {
            case "arm" -> fields.put("Arm", "6");
            case "armv7", "armv7a", "armv7r" -> fields.put("Arm", "7");
            case "armv5te" -> fields.put("Arm", "5");
            default -> {}
        }
        return Optional.of(new Machine(parts[2], arch, fields, text));
    }

    /** All processors of a system, for what holds no program. */
    static Machine everywhere(String os) {
        return new Machine(os, "all", Map.of(), os + "_all");
    }

    /** Both processors of a Mac in one program. */
    static Machine universal() {
        return new Machine("darwin", "all", Map.of(), "darwin_all");
    }

    /**
     * Whether Go builds for it.
     *
     * @param old whether GoReleaser is older than 2.15, which left out Windows on 32-bit Arm as Go did
     */
    boolean valid(boolean old) {
        String platform = os + "_" + arch;
        return VALID.contains(platform) || old && platform.equals("windows_arm");
    }

    /** What the compilers of Rust call it; absent for what Slipway has no word for. */
    Optional<String> triple() {
        if (target.equals("darwin_all")) {
            return Optional.of("universal-apple-darwin");
        }
        if (target.contains("-")) {
            return Optional.of(target.contains(".") ? target.substring(0, target.indexOf('.')) : target);
        }
        return Optional.of(GoPlatforms.name(os, arch))
                .filter(triple ->
                        triple.contains("-") && (GoPlatforms.TRIPLES.containsKey(target) || !env().isEmpty()));
    }

    /** The setting of the go command if the processor is another than Slipway's target has; empty if it is the same. */
    Map<String, String> env() {
        boolean told = List.of("amd64", "386", "arm").contains(arch) && !target.contains("-");
        String variant = target.substring(target.lastIndexOf('_') + 1);
        return !told || GoPlatforms.TRIPLES.containsKey(target) || variant.equals(arch)
                ? Map.of()
                : Map.of(variantKey(arch).toUpperCase(Locale.ROOT), variant);
    }

    /** The version of glibc that a Rust target names. */
    Optional<String> glibc() {
        return Optional.ofNullable(variants.get("Libc")).filter(text -> !text.isEmpty());
    }

    /** What templates may ask of it. */
    Map<String, Value> fields() {
        Map<String, Value> fields = new HashMap<>();
        for (String name : new String[] {"Amd64", "I386", "Arm", "Arm64", "Mips", "Abi", "Vendor", "Libc"}) {
            fields.put(name, Value.Text.of(variants.getOrDefault(name, "")));
        }
        fields.put("Ppc64", Value.Text.of(arch.equals("ppc64") ? variants.getOrDefault("Ppc64", "") : ""));
        fields.put("Riscv64", Value.Text.of("")); // builds know it, files do not, nor that of ppc64le
        fields.put("ArtifactExt", Value.Text.of(ending()));
        fields.put("Os", Value.Text.of(os));
        fields.put("Arch", Value.Text.of(arch));
        fields.put("Target", Value.Text.of(target));
        return fields;
    }

    /** What the name of a program ends with. */
    String ending() {
        return os.equals("windows") ? ".exe" : arch.equals("wasm") ? ".wasm" : "";
    }

    /** How people call it in a report. */
    String words() {
        return target.replace('_', '/');
    }
}
