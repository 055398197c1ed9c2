package dev.slipway.plan;

import dev.slipway.toolchain.Arch;
import java.util.List;
import java.util.Optional;

/**
 * A package for Debian and Ubuntu, for each architecture.
 *
 * @param template the names of files, with {@code {platform}}, {@code {arch}}, {@code {tag}} and {@code {version}} to fill in
 * @param depends the packages that it needs, in addition to those that the programs show
 * @param builds one of each architecture
 */
public record DebPackages(
        String name, String template, String maintainer, String section, List<String> depends, List<Build> builds) {
    public DebPackages {
        depends = List.copyOf(depends);
        builds = List.copyOf(builds);
    }

    /** The file that is created from a build. */
    public ArchiveName file(Build build, String tagPrefix) {
        return ArchiveName.of(template, build, arch(build.target().arch()).orElseThrow(), tagPrefix);
    }

    /**
     * What Debian calls an architecture.
     *
     * @see <a href="https://wiki.debian.org/SupportedArchitectures">Supported architectures</a>
     */
    public static Optional<String> arch(Arch arch) {
        return switch (arch) {
            case AMD64 -> Optional.of("amd64");
            case ARM64 -> Optional.of("arm64");
            case ARMV7 -> Optional.of("armhf");
            case I686 -> Optional.of("i386");
            case RISCV64 -> Optional.of("riscv64");
            case S390X -> Optional.of("s390x");
            case PPC64LE -> Optional.of("ppc64el");
            case UNIVERSAL, OTHER -> Optional.empty();
        };
    }
}
