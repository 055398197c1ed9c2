package dev.slipway.plan;

import dev.slipway.toolchain.Arch;
import java.util.List;
import java.util.Optional;

/**
 * A package for Fedora and similar systems, for each architecture.
 *
 * @param template the names of files, with {@code {platform}}, {@code {arch}}, {@code {tag}} and {@code {version}} to fill in
 * @param license what RPM has to know of each package
 * @param depends what it needs, in addition to the libraries that the programs show
 * @param builds one of each architecture
 */
public record RpmPackages(String name, String template, String license, List<String> depends, List<Build> builds) {
    public RpmPackages {
        depends = List.copyOf(depends);
        builds = List.copyOf(builds);
    }

    /** The file that is created from a build. */
    public ArchiveName file(Build build, String tagPrefix) {
        return ArchiveName.of(template, build, arch(build.target().arch()).orElseThrow(), tagPrefix);
    }

    /**
     * What RPM calls an architecture.
     *
     * @see <a href="https://fedoraproject.org/wiki/Architectures">Architectures</a>
     */
    public static Optional<String> arch(Arch arch) {
        return switch (arch) {
            case AMD64 -> Optional.of("x86_64");
            case ARM64 -> Optional.of("aarch64");
            case ARMV7 -> Optional.of("armv7hl");
            case I686 -> Optional.of("i686");
            case RISCV64 -> Optional.of("riscv64");
            case S390X -> Optional.of("s390x");
            case PPC64LE -> Optional.of("ppc64le");
            case UNIVERSAL, OTHER -> Optional.empty();
        };
    }
}
