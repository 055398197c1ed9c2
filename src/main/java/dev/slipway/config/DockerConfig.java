package dev.slipway.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The image.
 *
 * @param images its names without a tag
 * @param logins by registry, the secrets that hold its user and its token, with a colon between them
 * @param base what it is built on
 * @param variants the name of each variant and what it is built on, which may be empty
 * @param user who runs in it
 * @param file where its Dockerfile is generated
 * @param platforms what it runs on; empty for all Linux targets
 * @param tags texts such as {@code {major}.{minor}}
 * @param contents what it holds and says beside the programs
 * @param smoke empty if it is not to be run once it is built
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
     * What an image holds and says beside the programs.
     *
     * @param path the folder of the programs
     * @param files paths in the repository, and where the image has them
     * @param expose ports
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
     * How the finished image is tried.
     *
     * @param args what the program is called with
     * @param beforeTags whether its tags are set after it ran, not before
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
