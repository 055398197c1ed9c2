package dev.slipway.detect;

import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.cargo.CargoConfig;
import dev.slipway.detect.cargo.Rust;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.git.Git;
import dev.slipway.detect.git.NeededSources;
import dev.slipway.detect.git.TagStyle;
import dev.slipway.detect.golang.Go;
import dev.slipway.detect.jvm.Gradle;
import dev.slipway.detect.jvm.Maven;
import dev.slipway.detect.other.OtherBuild;
import dev.slipway.detect.publish.Reason;
import dev.slipway.detect.release.ReleaseSetup;
import dev.slipway.detect.workflow.Follower;
import dev.slipway.detect.workflow.ImagePush;
import dev.slipway.detect.workflow.Releaser;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.SourceText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a repository tells about itself.
 *
 * @param name {@code owner/name} on GitHub
 * @param rust if there is a {@code Cargo.toml}
 * @param cargo what the configuration of Cargo says
 * @param maven if there is a {@code pom.xml}
 * @param gradle if there is a build or settings script of Gradle
 * @param go if there is a {@code go.mod}
 * @param sources what a plain checkout leaves out
 * @param others builds that no toolchain knows, if there is none that one does
 * @param tagStyle how its release tags are written
 * @param releasers every workflow that makes releases
 * @param imagePushes every other workflow that pushes images
 * @param followers those that start when another workflow ends
 * @param called the files of workflows that others call
 * @param licenseFiles license and notice files at the top
 * @param license what the only license file says, as an SPDX identifier
 * @param changelog whether there is a {@code CHANGELOG.md}
 * @param downloaders scripts and sources that may fetch files of a release
 * @param findings what could not be read, and why
 */
public record Repository(
        Git git,
        Optional<Fact<String>> name,
        Optional<Rust> rust,
        CargoConfig cargo,
        Optional<Maven> maven,
        Optional<Gradle> gradle,
        Optional<Go> go,
        NeededSources sources,
        List<OtherBuild> others,
        Optional<Fact<TagStyle>> tagStyle,
        ReleaseSetup release,
        List<Releaser> releasers,
        List<ImagePush> imagePushes,
        List<Follower> followers,
        Set<String> called,
        List<Fact<String>> licenseFiles,
        Optional<Fact<String>> license,
        boolean changelog,
        List<SourceText> downloaders,
        List<Finding> findings) {
    public Repository {
        releasers = List.copyOf(releasers);
        imagePushes = List.copyOf(imagePushes);
        followers = List.copyOf(followers);
        called = Set.copyOf(called);
        others = List.copyOf(others);
        licenseFiles = List.copyOf(licenseFiles);
        downloaders = List.copyOf(downloaders);
        findings = List.copyOf(findings);
    }

    /**
     * Reads the repository at a directory, as somebody asked for it.
     *
     * @param others files that belong to other projects of the repository
     * @param workflow the one that makes the release
     * @param crate the Cargo package to release
     * @throws InvalidSource if the workflow is no YAML
     */
    public static Repository read(
            Path directory, Set<String> others, Optional<SourceText> workflow, Optional<String> crate) {
        return new RepositoryReader(directory, others, "git").read(workflow, crate);
    }

    /** Reads the repository at a directory; what is missing or broken is absent and said in notes or findings. */
    public static Repository read(Path directory) {
        return read(directory, Set.of());
    }

    /** The same without the files of other projects. */
    public static Repository read(Path directory, Set<String> others) {
        return read(directory, others, Optional.empty(), Optional.empty());
    }

    /** Whether it has released something, as far as can be seen. */
    public boolean releases() {
        return release.exists() || !git.tags().isEmpty() || releasesPage().isPresent();
    }

    /**
     * Whether a part of what releases it could not be read, so that what was not found in the rest may still be there: a
     * workflow or program of others, one that only a run knows, a step with a secret of unknown purpose, a config that
     * includes another one.
     */
    public boolean unread() {
        return !release.untold().isEmpty()
                || !release.open().isEmpty()
                || releasers.stream().anyMatch(releaser -> releaser.work() == Releaser.Work.UNKNOWN)
                || release.uncovered().stream()
                        .anyMatch(step -> step.value().reason().has(Reason.Kind.OPEN))
                || release.takeover().left().stream().anyMatch(Takeover.Left::isUnread);
    }

    /** The first link to its releases on GitHub, in texts for people and in scripts that install programs. */
    public Optional<Fact<String>> releasesPage() {
        return name.flatMap(known -> new ReleaseLinks(downloaders, known.value()).page());
    }

    /** The name of a file of a release that a text of the repository links to. */
    public Optional<Fact<String>> linkedFile() {
        return linkedFiles().stream().findFirst();
    }

    /** The names of all files of a release that its texts link to, and that its scripts fetch. */
    public List<Fact<String>> linkedFiles() {
        return name.map(known -> new ReleaseLinks(downloaders, known.value()).files())
                .orElse(List.of());
    }

    /** The same with those that install scripts put together from what a machine says of itself, which may be none. */
    public List<Fact<String>> suggestedFiles() {
        return name.map(known -> new ReleaseLinks(downloaders, known.value()).suggested())
                .orElse(List.of());
    }

    /**
     * How it releases at the tags that some filters let through: what workflows upload at other tags only stays as it is.
     */
    public ReleaseSetup releaseAt(List<String> tags) {
        return release.without(releasers.stream()
                .filter(releaser -> releaser.atOtherTags(tags))
                .map(Releaser::file)
                .collect(Collectors.toSet()));
    }

    /** The same for a project that the release of today does not hand out: on its machines, but with no names of its files. */
    public Repository forAnother() {
        List<Fact<FoundTarget>> targets = release.targets().stream()
                .map(fact -> fact.map(FoundTarget::unnamed))
                .collect(Collectors.toMap(
                        fact -> fact.value().triple(), Function.identity(), (one, same) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
        return releasing(release.with(targets, List.of(), release.takeover(), release.untold()), tagStyle);
    }

    /**
     * The same with a release that others know better than its workflows.
     *
     * @param targets what it is built for
     * @param tag a tag of it
     */
    public Repository releasing(List<Fact<FoundTarget>> targets, Optional<Fact<String>> tag) {
        return releasing(
                release.building(targets),
                tag.flatMap(known -> TagStyle.of(List.of(known.value()), Optional.empty(), List.of())
                                .map(style -> new Fact<>(style, known.from())))
                        .or(() -> tagStyle));
    }

    private Repository releasing(ReleaseSetup other, Optional<Fact<TagStyle>> style) {
        return new Repository(
                git,
                name,
                rust,
                cargo,
                maven,
                gradle,
                go,
                sources,
                others,
                style,
                other,
                releasers,
                imagePushes,
                followers,
                called,
                licenseFiles,
                license,
                changelog,
                downloaders,
                findings);
    }
}
