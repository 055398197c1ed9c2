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
 * @param archives how archives are named, without their ending
 * @param packing what lies in the archives
 * @param generator the build whose program makes files for every archive
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
        Packing packing,
        Optional<BuildGroup> generator,
        Sums checksums,
        boolean draft,
        Optional<Image> image,
        Optional<Ci> ci,
        Optional<String> page,
        Hatches hatches,
        ActionTable actions) {
    public ReleasePlan {
        groups = List.copyOf(groups);
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
        List<String> names = builds().map(build -> build.archive().with(tag)).toList();
        Stream<String> files = names.stream()
                .flatMap(name -> checksums.perFile() ? Stream.of(name, name + ".sha256") : Stream.of(name));
        return Stream.concat(files, checksums.combined() ? Stream.of(Sums.COMBINED_FILE) : Stream.empty())
                .toList();
    }

    /** The patterns of what goes into every archive beside the programs. */
    public List<String> include() {
        return packing.include();
    }
}
