package dev.slipway.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The key {@code docker}: the image and how it is built.
 *
 * @param images the names of the image without a tag, such as {@code ghcr.io/otto-rs/otto}
 * @param logins by registry, the names of the secrets with the user and the token, as {@code USER:TOKEN}
 * @param base the base image
 * @param variants the name of each variant with its base image; an empty one has a default
 * @param user the user of the container
 * @param file the path of the generated Dockerfile
 * @param platforms the platforms, such as {@code linux/amd64}; empty for all Linux targets
 * @param tags patterns of tags, such as {@code {major}.{minor}}
 * @param contents its files and settings in addition to the programs
 * @param smoke how the image is run after it is built; empty if it is not
 */
public record DockerConfig(
        List<String> images,
        Map<String, String> logins,
        Optional<String> base,
        Map<String, String> variants,
        Optional<String> user,
        Optional<String> file,
        List<String> platforms,
        List<String> tags,
        Contents contents,
        Optional<Smoke> smoke) {
    public DockerConfig {
        images = List.copyOf(images);
        logins = ordered(logins);
        variants = ordered(variants);
        platforms = List.copyOf(platforms);
        tags = List.copyOf(tags);
    }

    /**
     * The files and settings of an image in addition to the programs.
     *
     * @param path the folder of the programs in the image
     * @param files paths in the repository, each with its path in the image
     * @param expose the ports, such as {@code 8080} or {@code 53/udp}
     */
    public record Contents(
            Optional<String> path,
            Map<String, String> labels,
            Map<String, String> env,
            Map<String, String> files,
            List<String> expose,
            Optional<List<String>> entrypoint,
            Optional<List<String>> cmd) {
        public Contents {
            labels = ordered(labels);
            env = ordered(env);
            files = ordered(files);
            expose = List.copyOf(expose);
        }
    }

    /**
     * How the image is run as a smoke test.
     *
     * @param args the arguments of the program
     * @param beforeTags whether the tags are set only after the test
     */
    public record Smoke(List<String> args, Optional<Boolean> beforeTags) {
        public Smoke {
            args = List.copyOf(args);
        }
    }

    private static Map<String, String> ordered(Map<String, String> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
