package dev.slipway.plan;

import dev.slipway.toolchain.Arch;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Toolchain;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The builds that packages can be created from: those for known machines that are not experimental. */
record Candidates(List<BuildGroup> groups, Toolchain toolchain) {
    /** For a program that needs a GNU C library of an unknown version. */
    private static final String SOME_GLIBC = "2.0";

    /** Every build for some systems; of those for one machine, the one that starts on more systems is the last. */
    List<Build> all(Os... systems) {
        return known(systems).sorted(Comparator.comparing(this::startsAnywhere)).toList();
    }

    private Stream<Build> known(Os... systems) {
        return groups.stream()
                .flatMap(group -> group.builds().stream())
                .filter(build -> List.of(systems).contains(build.target().os()))
                .filter(build -> build.target().arch() != Arch.OTHER)
                .filter(build ->
                        build.target().os() != Os.LINUX || build.target().hasImages()) // Android is another system
                .filter(build -> !build.own().experimental());
    }

    /** One build for each processor of some systems: the one that starts on more systems, or otherwise the first. */
    List<Build> onePerMachine(Os... systems) {
        Map<String, Build> chosen = new LinkedHashMap<>();
        for (Build build : known(systems).toList()) {
            String machine = build.target().os() + " " + build.target().arch();
            chosen.merge(
                    machine, build, (first, other) -> startsAnywhere(first) || !startsAnywhere(other) ? first : other);
        }
        return List.copyOf(chosen.values());
    }

    /** Whether Homebrew knows a processor. */
    static boolean homebrew(Arch arch) {
        return Set.of(Arch.AMD64, Arch.ARM64, Arch.UNIVERSAL).contains(arch);
    }

    private boolean startsAnywhere(Build build) {
        return glibc(build).equals(Installer.ANY);
    }

    /** The oldest GNU C library that a program starts with, or {@link Installer#ANY}. */
    String glibc(Build build) {
        return groups.stream()
                .filter(group -> group.builds().contains(build))
                .map(group -> MinimumGlibc.of(toolchain, group, build))
                .filter(MinimumGlibc::needed)
                .map(glibc -> glibc.version().orElse(SOME_GLIBC))
                .findFirst()
                .orElse(Installer.ANY);
    }
}
