package dev.slipway.plan;

import dev.slipway.facts.Libc;
import dev.slipway.facts.Libcs;
import dev.slipway.toolchain.Os;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The builds for one operating system: one job, a variant for each.
 *
 * @param container the image that the job runs in; the runner itself where absent
 * @param packages Debian packages that every build needs
 * @param env variables that every build gets
 */
public record BuildGroup(
        Os os, Optional<String> container, List<String> packages, Map<String, String> env, List<Build> builds) {
    public BuildGroup {
        packages = List.copyOf(packages);
        builds = List.copyOf(builds);
    }

    /** The id of the job, such as {@code build-linux}. */
    public String job() {
        return "build-" + os.word();
    }

    /** Where a build links its programs: the container, or the machine. */
    String place(Build build) {
        return container.orElse(build.runner());
    }

    /** The C library there, as far as the name tells. */
    Optional<Libc> libc(Build build) {
        return container.isPresent()
                ? Libcs.standard().ofImage(place(build))
                : Libcs.standard().ofRunner(place(build));
    }
}
