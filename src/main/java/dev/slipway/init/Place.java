package dev.slipway.init;

import dev.slipway.plan.Paths;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where a proposed config is, and where its files would be generated.
 *
 * @param folder the folder of the config below the root of the repository; empty at the root
 * @param ci the CI workflow of somebody else in the place of ours
 * @param image the Dockerfile or the ignore file of somebody else in the place of ours
 * @param dockerfile a path for our Dockerfile at which nothing is
 * @param own the files that Slipway generated from an earlier config at that path
 */
public record Place(String folder, Optional<String> ci, Optional<String> image, String dockerfile, List<String> own) {
    /** A repository in which nothing is in the way. */
    public static final Place FREE =
            new Place("", Optional.empty(), Optional.empty(), Paths.USUAL.dockerfile(), List.of());

    public Place {
        own = List.copyOf(own);
    }

    /**
     * @param config the path of the config in the repository
     * @param taken whether the repository has a file at a path that Slipway did not write
     */
    public static Place of(String config, Predicate<String> taken) {
        Paths paths = Paths.of(config);
        Optional<String> image = Stream.of(paths.dockerfile(), paths.dockerignore())
                .filter(taken)
                .findFirst();
        return new Place(
                config.contains("/") ? config.substring(0, config.lastIndexOf('/')) : "",
                Optional.of(paths.ci()).filter(taken),
                image,
                List.of("release", "slipway", "generated").stream()
                        .map(word -> paths.withDockerfile(Paths.USUAL.dockerfile() + "." + paths.mark(word)))
                        .filter(other -> !taken.test(other.dockerfile()) && !taken.test(other.dockerignore()))
                        .map(Paths::dockerfile)
                        .findFirst()
                        .orElse(paths.dockerfile()),
                List.of());
    }

    /** The same place, in a repository with files that Slipway generated. */
    public Place with(List<String> own) {
        return new Place(folder, ci, image, dockerfile, own);
    }

    /** Says that our own files are not taken for the older release of somebody. */
    void add(Draft draft) {
        if (!own.isEmpty()) {
            draft.open(
                    "generated",
                    "nothing was read from files that Slipway generated: " + String.join(", ", own)
                            + "; keep the config that they came from, edit it and run 'slipway generate'");
        }
    }

    /** The last part of the folder. */
    Optional<String> folderName() {
        return Optional.of(folder.substring(folder.lastIndexOf('/') + 1)).filter(name -> !name.isEmpty());
    }
}
