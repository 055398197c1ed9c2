package dev.slipway.detect.goreleaser;

import dev.slipway.detect.tool.Left;
import dev.slipway.shell.Tree;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.SourceText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a GoReleaser config says, in the words of a Slipway config if it has some.
 *
 * @param file its path
 * @param platforms what is built, each triple and variant once
 * @param sums {@code combined}, {@code per-file} or {@code none}
 * @param images the names of images, without tags
 * @param dockerfiles what images are built from; the first one builds the image of the config
 * @param stage the stage of that one which is the image; empty for the last one
 * @param keys what is said for keys of a Slipway config
 * @param assets every file of a release whose name can be told
 * @param extra paths and patterns of files that commands leave before it runs, and that it uploads as they are
 * @param left everything that has no key
 * @param open what somebody has to decide
 */
public record GoReleaser(
        String file,
        List<Platform> platforms,
        Said<String> sums,
        List<Said<String>> images,
        List<Said<String>> dockerfiles,
        Optional<String> stage,
        List<Key> keys,
        List<Said<String>> assets,
        List<String> extra,
        List<Left> left,
        List<Said<String>> open) {
    /** Where GoReleaser looks for its config, the first first. */
    public static final List<String> FILES = List.of(
            ".config/goreleaser.yml",
            ".config/goreleaser.yaml",
            ".goreleaser.yml",
            ".goreleaser.yaml",
            "goreleaser.yml",
            "goreleaser.yaml");

    /** The name of the project, by which programs and packages are called if nothing else is said; no key of a config. */
    public static final String PROJECT = "project";

    /** The key of the layout of archives; its place is not that of their names. */
    public static final String LAYOUT = "archive.layout";

    /** Why a program is not built; another config may build it. */
    static final String NOT_BUILT = "not built, because none of its archives is created";

    /** What two configs of one release cannot have in common; files of the other one are listed. */
    private static final Set<String> OF_ONE_CONFIG = Set.of(PROJECT, LAYOUT, "license", "checksum-file", "checksums");

    public GoReleaser {
        platforms = List.copyOf(platforms);
        images = List.copyOf(images);
        dockerfiles = List.copyOf(dockerfiles);
        keys = List.copyOf(keys);
        assets = List.copyOf(assets);
        extra = List.copyOf(extra);
        left = List.copyOf(left);
        open = List.copyOf(open);
    }

    /** A value and its place; for a question, the key that answers it. */
    public record Said<T>(T value, String from) {}

    /**
     * A platform, and the file that people download for it.
     *
     * @param stem the name of the file without its ending, with {@code {tag}} and {@code {version}}
     * @param ending {@code .tar.gz} and the like; empty if it is the program itself
     * @param layout {@code dir}, {@code flat} or {@code raw}
     * @param env the settings of the compiler for a variant of the processor, such as {@code GOARM=6}; empty for the usual one
     * @param method {@code zig} or {@code cross}, if a program is linked so
     */
    public record Platform(
            String triple,
            Map<String, String> env,
            Optional<String> glibc,
            Optional<String> method,
            String stem,
            String ending,
            String layout,
            String from) {
        public Platform {
            env = Map.copyOf(env);
        }

        /** Whether another one is for the same machines. */
        boolean isLike(Platform other) {
            return triple.equals(other.triple) && env.equals(other.env);
        }
    }

    /**
     * Reads a config.
     *
     * @throws InvalidSource if it is no YAML
     */
    public static GoReleaser read(SourceText source, Surroundings around) {
        return new ConfigReading(source.name(), Includes.root(source, around), around).read();
    }

    /** Whether it makes a release, and not only images of one that another config makes. */
    public boolean releases() {
        return left.stream().noneMatch(one -> one.key().equals("release.disable"));
    }

    /** Whether other commands build the programs that it packs. */
    public boolean packsPrebuilt() {
        return left.stream().anyMatch(one -> one.key().matches("builds?(?:\\[\\d+])?\\.prebuilt"));
    }

    /** What it says of how programs are built, and nothing else. */
    public GoReleaser building() {
        return part(
                "go\\..*|rust\\..*|(?:linux|macos|windows|freebsd)\\.env\\..*",
                "(?:builds?|go|rust)\\b.*",
                "go\\..*|rust\\..*");
    }

    /** What it says of all but the files, the checksums and the notes of a release that it does not make. */
    private GoReleaser withoutRelease() {
        String kept = "(?!release\\b|changelog\\b|checksum|hashes\\b|archives?\\b|sbom).*";
        return part(kept, kept, kept);
    }

    /** The same with paths from the top, for a config whose paths go from a folder. */
    public GoReleaser below(String folder) {
        return new GoReleaser(
                file,
                platforms,
                sums,
                images,
                dockerfiles.stream()
                        .map(said -> new Said<>(Tree.path(folder, said.value()), said.from()))
                        .toList(),
                stage,
                keys.stream().map(key -> key.below(folder)).toList(),
                assets,
                extra.stream().map(path -> Tree.path(folder, path)).toList(),
                left,
                open);
    }

    private GoReleaser part(String keyed, String lost, String asked) {
        return new GoReleaser(
                file,
                List.of(),
                sums,
                images,
                dockerfiles,
                stage,
                keys.stream().filter(key -> key.path().matches(keyed)).toList(),
                List.of(),
                List.of(),
                left.stream().filter(one -> one.key().matches(lost)).toList(),
                open.stream().filter(one -> one.from().matches(asked)).toList());
    }

    /**
     * The same together with another config, by which a release makes more files. What both say for one key counts as this
     * one says it.
     */
    public GoReleaser and(GoReleaser other) {
        if (releases() != other.releases()) {
            return releases() ? joined(other.withoutRelease()) : other.joined(withoutRelease());
        }
        return joined(other);
    }

    private GoReleaser joined(GoReleaser other) {
        Map<String, List<String>> known = new HashMap<>();
        keys.forEach(key -> known.putIfAbsent(key.path(), key.values()));
        Set<List<String>> said = new HashSet<>();
        left.forEach(one -> said.add(List.of(one.key(), one.value(), one.why())));
        List<String> programs = known.getOrDefault("go.bins", List.of());
        Stream<Left> different = other.keys.stream()
                .filter(key ->
                        known.containsKey(key.path()) && !known.get(key.path()).equals(key.values()))
                .filter(key -> !OF_ONE_CONFIG.contains(key.path()))
                .map(key -> new Left(
                        key.path(),
                        String.join(", ", key.values()),
                        "'" + file + "' has " + String.join(", ", known.get(key.path())) + ", which is used for all",
                        key.from()));
        return new GoReleaser(
                file,
                joined(
                        platforms,
                        other.platforms.stream()
                                .filter(platform -> platforms.stream().noneMatch(platform::isLike))),
                sums,
                joined(images, other.images.stream()),
                joined(dockerfiles, other.dockerfiles.stream()),
                dockerfiles.isEmpty() ? other.stage : stage,
                joined(keys, other.keys.stream().filter(key -> !known.containsKey(key.path()))),
                joined(assets, other.assets.stream()),
                joined(extra, other.extra.stream()),
                joined(
                        left,
                        Stream.concat(
                                different,
                                other.left.stream()
                                        .filter(one -> !said.contains(List.of(one.key(), one.value(), one.why())))
                                        .filter(one ->
                                                !one.why().equals(NOT_BUILT) || !programs.contains(one.value())))),
                joined(
                        open,
                        other.open.stream()
                                .filter(one -> open.stream()
                                        .noneMatch(asked -> withoutPlace(asked).equals(withoutPlace(one))))));
    }

    private static String withoutPlace(Said<String> question) {
        int place = question.value().indexOf("; from ");
        return place < 0 ? question.value() : question.value().substring(0, place);
    }

    private static <T> List<T> joined(List<T> some, Stream<T> more) {
        return Stream.concat(some.stream(), more).toList();
    }
}
