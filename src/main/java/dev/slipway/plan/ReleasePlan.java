package dev.slipway.plan;

import dev.slipway.config.ReleaseConfig.Draft;
import dev.slipway.facts.ActionTable;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Shipped;
import dev.slipway.toolchain.Toolchain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Everything that pushing a tag does, and everything that keeps it working.
 *
 * @param sources what a checkout has to bring
 * @param groups the builds, a job for each operating system
 * @param archives how archives are named, without their ending
 * @param packing what is in the archives
 * @param generator the build whose program makes files for every archive
 * @param release what starts the release, when it is seen and what proves it
 * @param packages what it is packaged as, in addition to its archives
 * @param page the page about the release
 * @param retiredRunners labels that stay although GitHub has no such runner any more
 */
public record ReleasePlan(
        Project project,
        TagRule tags,
        Sources sources,
        Toolchain toolchain,
        List<BuildGroup> groups,
        ArchiveTemplate archives,
        Packing packing,
        Optional<BuildGroup> generator,
        Sums checksums,
        Release release,
        Packages packages,
        Optional<Image> image,
        Optional<Ci> ci,
        Optional<Page> page,
        Hatches hatches,
        ActionTable actions,
        List<String> retiredRunners) {
    public ReleasePlan {
        retiredRunners = List.copyOf(retiredRunners);
        groups = List.copyOf(groups);
    }

    /** The tag that a word releases. If people enter a version, the workflow adds the prefix that it may lack. */
    public String tag(String word) {
        return release.onEntry() ? tags.example(tags.version(word)) : word;
    }

    /** Every build, in the order of the jobs. */
    public Stream<Build> builds() {
        return groups.stream().flatMap(group -> group.builds().stream());
    }

    /** The group of a build of this plan. */
    public BuildGroup group(Build build) {
        return groups.stream()
                .filter(group -> group.builds().stream().anyMatch(own -> own == build))
                .findFirst()
                .orElseThrow();
    }

    /** The oldest GNU C library that the program of a build starts with. */
    public MinimumGlibc glibc(Build build) {
        return MinimumGlibc.of(toolchain, group(build), build);
    }

    /** Whether the release stays a draft until someone publishes it. */
    public boolean draft() {
        return release.draft() == Draft.KEEP;
    }

    /** Whether a separate job publishes the draft, after everything else. */
    public boolean completedLater() {
        return release.draft() == Draft.UNTIL_COMPLETE && image.isPresent();
    }

    /** Whether a separate job works out the version before anything is built. */
    public boolean versionFirst() {
        boolean namesByVersion = tags.inFolder() && release.sbom().isPresent();
        return release.needsVersion() || packages.needVersion() || namesByVersion;
    }

    /** Whether the program that generates files for every archive is one of those that are released. */
    public boolean generatorIsReleased() {
        return generator
                .map(group -> group.builds().get(0))
                .filter(build -> builds().anyMatch(other -> other == build))
                .isPresent();
    }

    /** What a separate job builds to generate files for every archive, if no released program can. */
    public Optional<BuildGroup> generatorJob() {
        return generatorIsReleased() ? Optional.empty() : generator;
    }

    /** The ids of the jobs of a release in their order, except for those that the config adds. */
    public List<String> jobs() {
        List<String> ids = new ArrayList<>();
        if (versionFirst()) {
            ids.add("version");
        }
        generatorJob().ifPresent(group -> ids.add(group.job()));
        for (BuildGroup group : groups) {
            ids.add(group.job());
        }
        if (release.sbom().isPresent()) {
            ids.add("sbom");
        }
        if (packages.prepared()) {
            ids.add(Packages.PREPARE);
        }
        ids.add(release.job());
        if (image.isPresent()) {
            ids.add(Hatches.DOCKER);
        }
        if (completedLater()) {
            ids.add("publish-release");
        }
        ids.addAll(packages.later());
        return ids;
    }

    /** The name of the list of components of a release, if there is one. */
    public Optional<String> sbom(String tag) {
        String mark = tag.substring(tag.lastIndexOf('/') + 1);
        return release.sbom().map(format -> project.name() + "-" + mark + format.suffix());
    }

    /** What users get from a build. */
    public List<Shipped> shipped() {
        return toolchain.shipped(project.name());
    }

    /** The files of the release of a tag, each followed by its checksum. */
    public List<String> assets(String tag) {
        return assets(name -> name.with(tag), tag);
    }

    /** Their names, with {@code {tag}} and {@code {version}} to fill in, and {@code {mark}} for a tag without its folders. */
    public List<String> assetTemplates() {
        return assets(ArchiveName::text, "{mark}");
    }

    private List<String> assets(Function<ArchiveName, String> named, String tag) {
        List<String> names = new ArrayList<>();
        for (BuildGroup group : groups) {
            for (Build build : group.builds()) {
                names.add(named.apply(build.archive()));
            }
        }
        for (ArchiveName name : packages.assets()) {
            names.add(named.apply(name));
        }
        sbom(tag).ifPresent(names::add);
        for (RepositoryFile file : release.files()) {
            names.add(named.apply(file.name()));
        }
        return checksums.with(names, named);
    }

    /** The build from whose archive the release takes single files: the first one that is not experimental. */
    public Optional<Build> opened() {
        return steady().filter(build -> !packing.of(build.target().os()).raw()).findFirst();
    }

    /** The build from whose work tree the release takes files; nothing if it takes none. */
    public Optional<Build> giver() {
        return left().isEmpty() ? Optional.empty() : steady().findFirst();
    }

    /** The files that the release takes from a work tree. */
    public List<RepositoryFile> left() {
        return release.files().stream()
                .filter(file -> file.source() == RepositoryFile.Source.BUILD)
                .toList();
    }

    /** The builds without which there is no release. */
    private Stream<Build> steady() {
        return builds().filter(build -> !build.own().experimental());
    }

    /** The patterns of the files in every archive, in addition to the programs. */
    public List<String> include() {
        return packing.of(Os.LINUX).include();
    }
}
