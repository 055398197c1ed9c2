package dev.slipway.detect.doctor;

import dev.slipway.detect.fact.FoundAt;
import dev.slipway.detect.git.Git;
import dev.slipway.detect.git.TagStyle;
import dev.slipway.facts.Libc;
import dev.slipway.source.Pointer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a release is planned to be, as far as the repository and the outside world can contradict it.
 *
 * @param repository {@code owner/name} on GitHub
 * @param config the file that the user would change, such as {@code slipway.yml}
 * @param rust what is built with Cargo, if it is
 * @param builds one for each target
 * @param assets the names of all files that people can download, for the example of a tag
 * @param image what is pushed to a registry, if anything is
 * @param files patterns of what archives and the release take from the repository
 * @param changelog whether the text of a release is read off {@code CHANGELOG.md}
 * @param tags which tags start a release
 * @param workflows the paths of the generated workflows, those of other projects of the repository included
 * @param awaiting the workflow of the release if it starts only when another one calls it
 * @param sources what the config says of submodules and of Git LFS
 * @param usualJar whether the release packs the jar that Maven is taken to make, because the config names none
 * @param keys where the config has a key, such as {@code /rust/bins}, or the nearest above it
 */
public record Setup(
        String repository,
        String config,
        Optional<Cargo> rust,
        List<Build> builds,
        List<String> assets,
        Optional<Image> image,
        List<String> files,
        boolean changelog,
        Tags tags,
        Set<String> workflows,
        Optional<String> awaiting,
        Sources sources,
        boolean usualJar,
        Function<Pointer, FoundAt> keys) {
    public Setup {
        builds = List.copyOf(builds);
        assets = List.copyOf(assets);
        files = List.copyOf(files);
        workflows = Set.copyOf(workflows);
    }

    /** The place of a key in the config, such as {@code /rust/bins}. */
    FoundAt key(String pointer) {
        return keys.apply(Pointer.of(pointer));
    }

    /**
     * What the config says of more than plain checkouts bring.
     *
     * @param submodules whether it says anything of submodules
     * @param lfs whether it says anything of Git LFS
     * @param history whether it says anything of the git history
     */
    public record Sources(boolean submodules, boolean lfs, boolean history) {}

    /**
     * What Cargo is asked to build.
     *
     * @param crate the package; empty for the only one
     * @param toolchain the version or channel
     * @param oldest the oldest version that is tried
     * @param locked whether it builds with {@code --locked}
     * @param crates what is published on crates.io, if anything is: the packages by name, or none if it is what is
     *     built and all that it needs
     * @param features what it switches on in addition to the default features
     * @param defaultFeatures whether those stay on
     */
    public record Cargo(
            Optional<String> crate,
            List<String> binaries,
            Optional<String> toolchain,
            Optional<String> oldest,
            boolean locked,
            Optional<List<String>> crates,
            Set<String> features,
            boolean defaultFeatures) {
        public Cargo {
            binaries = List.copyOf(binaries);
            features = Set.copyOf(features);
        }

        /** What a plain build makes. */
        Cargo(
                Optional<String> crate,
                List<String> binaries,
                Optional<String> toolchain,
                Optional<String> oldest,
                boolean locked,
                Optional<List<String>> crates) {
            this(crate, binaries, toolchain, oldest, locked, crates, Set.of(), true);
        }
    }

    /**
     * A target.
     *
     * @param target its word, such as {@code linux-arm64}
     * @param triple what the compiler calls it
     * @param asset the file that people download, for the example of a tag
     * @param container the image it is built in
     * @param crossed whether the machine that builds it could not run it
     * @param inImage whether the image ships it
     * @param runnersLibc the C library that it needs because the runner happens to have it
     * @param own its features, variables and packages
     */
    public record Build(
            String target,
            String triple,
            String asset,
            String runner,
            Optional<String> container,
            boolean crossed,
            boolean inImage,
            Optional<Libc> runnersLibc,
            Own own) {
        /** A build that has nothing of its own. */
        Build(
                String target,
                String triple,
                String asset,
                String runner,
                Optional<String> container,
                boolean crossed,
                boolean inImage,
                Optional<Libc> runnersLibc) {
            this(target, triple, asset, runner, container, crossed, inImage, runnersLibc, Own.NONE);
        }

        /**
         * What a build gets: by its config, and what its target needs.
         *
         * @param features those that it has instead of those of all targets
         * @param env its variables
         * @param packages what is installed before it
         * @param prepared whether commands of the config run before it
         * @param byCross whether {@code cross} builds it
         */
        public record Own(
                Optional<List<String>> features,
                Map<String, String> env,
                List<String> packages,
                boolean prepared,
                boolean byCross) {
            static final Own NONE = new Own(Optional.empty(), Map.of(), List.of(), false, false);

            public Own {
                features = features.map(List::copyOf);
                env = Map.copyOf(env);
                packages = List.copyOf(packages);
            }
        }

        boolean linux() {
            return triple.contains("linux");
        }
    }

    /**
     * Which tags start a release.
     *
     * @param patterns those of this project
     * @param starts whether a tag starts a release of this project or of another one of the repository
     * @param releases whether what a tag starts gets beyond the check of the tag
     * @param expected what must follow the prefix, in words
     * @param example one of them, such as {@code v1.2.3}
     * @param version the version of that one
     * @param valid whether a config takes a pattern
     * @param byHand whether a person publishes the release, which starts other workflows too
     */
    public record Tags(
            List<String> patterns,
            Predicate<String> starts,
            Predicate<String> releases,
            Predicate<String> valid,
            String expected,
            String example,
            String version,
            boolean byHand) {
        /** Which tags with semantic versions start a release. */
        Tags(List<String> patterns, Predicate<String> starts, String example, String version) {
            this(
                    patterns,
                    starts,
                    tag -> starts.test(tag) && TagStyle.isSemantic(tag),
                    pattern -> true,
                    "a version such as 1.2.3 or 1.2.3-rc.1",
                    example,
                    version,
                    false);
        }

        public Tags {
            patterns = List.copyOf(patterns);
        }

        /** Whether nothing has been released yet, as far as git knows. */
        public boolean isFirst(Git git) {
            return git.tags().stream().noneMatch(releases);
        }
    }

    /**
     * The container image of the project.
     *
     * @param names its names without a tag, such as {@code ghcr.io/owner/name}, one for each registry
     * @param base what it is based on
     * @param files the paths in the repository that it takes
     */
    public record Image(List<String> names, String base, List<String> files) {
        public Image {
            names = List.copyOf(names);
            files = List.copyOf(files);
        }
    }
}
