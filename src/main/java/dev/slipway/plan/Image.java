package dev.slipway.plan;

import dev.slipway.toolchain.Shipped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The container image of a release.
 *
 * @param names registry and repository, such as {@code ghcr.io/otto-rs/otto}; the same image under each
 * @param registries where the names are
 * @param variants what it is built on, the usual one first
 * @param labels what docker/metadata-action does not find out on its own
 * @param smoke how it is tried, if at all
 */
public record Image(
        List<String> names,
        List<Registry> registries,
        List<ImageVariant> variants,
        ImageTags tags,
        Map<String, String> labels,
        Contents contents,
        Optional<Smoke> smoke) {
    /** The folder for programs that no package brings. */
    public static final String PATH = "/usr/local/bin";

    public Image {
        names = List.copyOf(names);
        registries = List.copyOf(registries);
        variants = List.copyOf(variants);
        labels = ordered(labels);
    }

    /**
     * What it contains in addition to the programs.
     *
     * @param path the folder of the programs
     * @param files paths in the repository, and where the image has them
     * @param expose ports
     * @param entrypoint what runs; the first program if absent
     * @param cmd its arguments if nobody gives any
     */
    public record Contents(
            String path,
            Map<String, String> env,
            Map<String, String> files,
            List<String> expose,
            Optional<List<String>> entrypoint,
            Optional<List<String>> cmd) {
        public Contents {
            env = ordered(env);
            files = ordered(files);
            expose = List.copyOf(expose);
        }

        /** Whether it contains something that the build created. */
        public String place(Shipped shipped) {
            String folder = shipped.folder() ? "/opt" : path;
            return (folder.equals("/") ? "" : folder) + "/" + shipped.entry();
        }

        /** Whether every shell finds the programs by their names alone. */
        public boolean onPath() {
            return isOnPath(path);
        }

        /** Whether every shell looks for programs in a folder. */
        public static boolean isOnPath(String folder) {
            return List.of(PATH, "/usr/bin", "/bin").contains(folder);
        }
    }

    /**
     * How the finished image is tested on each platform.
     *
     * @param arguments what it is called with
     * @param beforeTags whether it gets its tags after that, not before
     */
    public record Smoke(List<String> arguments, boolean beforeTags) {
        public Smoke {
            arguments = List.copyOf(arguments);
        }
    }

    /** The name that people read. */
    public String name() {
        return names.get(0);
    }

    /** The host that the image is pushed to first, such as {@code ghcr.io}. */
    public String registry() {
        return registries.get(0).host();
    }

    /** The variant that people get without naming one. */
    public ImageVariant usual() {
        return variants.get(0);
    }

    /** Every build that is in it. */
    public List<Build> builds() {
        Map<String, Build> builds = new LinkedHashMap<>();
        variants.forEach(variant -> variant.builds().forEach(build -> builds.put(build.platform(), build)));
        return List.copyOf(builds.values());
    }

    /** Its platforms, each once. */
    public List<String> platforms() {
        return variants.stream()
                .flatMap(variant -> variant.platforms().stream())
                .distinct()
                .toList();
    }

    /** Every tag that pushing a git tag sets, with the name before it. */
    public List<String> references(ImageVariant variant, Tag tag, String commit) {
        return names.stream()
                .flatMap(name -> tags.at(tag, commit, variant.suffix()).stream().map(it -> name + ":" + it))
                .collect(Collectors.toList());
    }

    private static Map<String, String> ordered(Map<String, String> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** Whether a program of it is one of these builds. */
    public boolean takesFrom(BuildGroup group) {
        return variants.stream()
                .flatMap(variant -> variant.builds().stream())
                .anyMatch(own -> group.builds().stream().anyMatch(build -> build == own));
    }
}
