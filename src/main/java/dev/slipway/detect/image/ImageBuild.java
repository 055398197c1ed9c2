package dev.slipway.detect.image;

import java.util.List;
import java.util.Optional;

/**
 * An image that a step builds.
 *
 * @param dockerfile the path of what it is built by, empty for the usual one; absent if it needs none
 * @param target the stage of it that is the image; empty for the last one
 * @param context the folder that it is built from; empty for the current one
 * @param references its names, with or without a tag
 * @param platforms such as {@code linux/amd64}; none if nothing says them
 * @param labels such as {@code org.opencontainers.image.vendor=Otto}
 * @param arguments for the {@code ARG} instructions, such as {@code BASE=alpine:3}
 * @param pushed whether people can pull it then
 */
record ImageBuild(
        Optional<String> dockerfile,
        String target,
        String context,
        List<String> references,
        List<String> platforms,
        List<String> labels,
        List<String> arguments,
        boolean pushed) {
    ImageBuild {
        references = List.copyOf(references);
        platforms = List.copyOf(platforms);
        labels = List.copyOf(labels);
        arguments = List.copyOf(arguments);
    }
}
