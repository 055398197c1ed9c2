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
 * @param submodules {@code true} or {@code recursive} where the sources have some
 * @param groups the builds, a job for each operating system
 * @param archives how archives are named, without {@code .tar.gz}
 * @param include what goes into every archive beside the programs, as glob patterns
 * @param checksums whether every archive has a {@code .sha256} beside it
 * @param draft whether the release stays a draft until somebody publishes it
 * @param page where the page about the release is written
 */
public record ReleasePlan(
        Project project,
        TagRule tags,
        Optional<String> submodules,
        Toolchain toolchain,
        List<BuildGroup> groups,
        ArchiveTemplate archives,
        List<String> include,
        boolean checksums,
        boolean draft,
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
