package dev.slipway.plan;

import dev.slipway.toolchain.Os;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds for one operating system that share everything but values: one job, a variant for each.
 *
 * @param job the id of the job, such as {@code build-linux}
 * @param host the operating system of the machines that build
 * @param container the image that the job runs in; the runner itself if absent
 * @param packages what every build needs, from the package manager of the host
 * @param env variables that every build gets
 */
public record BuildGroup(
        Os os,
        String job,
        Os host,
        Optional<String> container,
        List<String> packages,
        Map<String, String> env,
        List<Build> builds) {
    public BuildGroup {
        packages = List.copyOf(packages);
        builds = List.copyOf(builds);
    }

    /** Where a build links its programs: the container, or the machine. */
    String place(Build build) {
        return container.orElse(build.runner());
    }
}
