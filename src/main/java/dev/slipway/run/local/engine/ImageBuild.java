package dev.slipway.run.local.engine;

import dev.slipway.disk.Limit;
import dev.slipway.disk.RegularFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An image to build.
 *
 * @param context the folder that {@code COPY} sees; an empty one if there is none
 * @param contexts the named contexts: a folder (an absolute path) or an address such as {@code docker-image://alpine}
 * @param dockerfile the recipe
 * @param arguments build arguments
 * @param labels labels of the image
 * @param platforms what to build for, at least one
 * @param target the stage to build; the last one if there is none
 * @see <a href="https://github.com/docker/build-push-action#inputs">inputs of docker/build-push-action</a>
 */
public record ImageBuild(
        Optional<Path> context,
        Map<String, String> contexts,
        Path dockerfile,
        Map<String, String> arguments,
        Map<String, String> labels,
        List<Platform> platforms,
        Optional<String> target) {
    public ImageBuild {
        contexts = Map.copyOf(contexts);
        arguments = Map.copyOf(arguments);
        labels = Map.copyOf(labels);
        platforms = List.copyOf(platforms);
        if (platforms.isEmpty()) {
            throw new IllegalArgumentException("an image needs a platform, such as linux/amd64");
        }
    }

    /** The text of the Dockerfile. */
    public String recipe() throws IOException {
        return RegularFile.text(dockerfile, String.valueOf(dockerfile.getFileName()), Limit.CONFIG);
    }
}
