package dev.slipway.plan;

import dev.slipway.facts.ActionTable;
import dev.slipway.toolchain.Shipped;
import dev.slipway.toolchain.Toolchain;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that pushing a tag does, and everything that keeps it working.
 *
 * @param groups the builds, a job for each operating system
 * @param include what goes into every archive beside the programs, as glob patterns
 * @param checksums whether every archive has a {@code .sha256} beside it
 * @param page where the page about the release is written
 */
public record ReleasePlan(
        Project project,
        TagRule tags,
        Toolchain toolchain,
        List<BuildGroup> groups,
        List<String> include,
        boolean checksums,
        Optional<Image> image,
        Optional<Ci> ci,
        Optional<String> page,
        ActionTable actions) {
    public ReleasePlan {
        groups = List.copyOf(groups);
        include = List.copyOf(include);
    }

    /** Every build, in the order of the jobs. */
    public Stream<Build> builds() {
        return groups.stream().flatMap(group -> group.builds().stream());
    }

    /** What users get of a build. */
    public List<Shipped> shipped() {
        return toolchain.shipped(project.name());
    }

    /** The files of the release of a tag, each archive followed by its checksum. */
    public List<String> assets(String tag) {
        return builds().map(build -> build.archive().with(tag))
                .flatMap(name -> checksums ? Stream.of(name, name + ".sha256") : Stream.of(name))
                .toList();
    }
}
