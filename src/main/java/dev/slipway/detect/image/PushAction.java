package dev.slipway.detect.image;

import dev.slipway.run.dry.DryStep;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** An action that pushes images, and its inputs. */
record PushAction(DryStep step) {
    private String input(String name) {
        return step.with().getOrDefault(name, "");
    }

    private boolean isOff(String name) {
        return input(name).equals("false");
    }

    /** Whether an image leaves the machine: a first build of it may only be tried. */
    boolean pushes() {
        if (ImageNames.builds(step)) {
            return step.with().containsKey("push")
                    ? !isOff("push")
                    : input("outputs").contains("push=true")
                            || input("outputs").contains("type=registry")
                            || !input("repository").isEmpty(); // its first version
        }
        return switch (step.action()) {
            case "int128/kaniko-action" -> !isOff("push");
            case "mr-smithers-excellent/docker-build-push", "whoan/docker-build-with-cache-action" ->
                !isOff("pushImage") && !isOff("push_image_and_stages");
            case "elgohr/Publish-Docker-Github-Action", "macbre/push-to-ghcr", "akhilerm/tag-push-action" -> true;
            case "redhat-actions/push-to-registry" -> true;
            default -> false;
        };
    }

    /** What it pushes, such as {@code ghcr.io/otto-rs/otto:1.2.3}, with or without a tag. */
    List<String> references() {
        if (!pushes()) {
            return List.of();
        }
        return switch (step.action()) {
            case "elgohr/Publish-Docker-Github-Action" -> tagged(registry("registry", input("name")), "tags");
            case "redhat-actions/push-to-registry" -> tagged(registry("registry", input("image")), "tags");
            case "mr-smithers-excellent/docker-build-push" -> tagged(registry("registry", input("image")), "tags");
            case "whoan/docker-build-with-cache-action" ->
                tagged(registry("registry", input("image_name")), "image_tag");
            case "macbre/push-to-ghcr" -> tagged("ghcr.io/" + input("image_name"), "image_tag");
            case "akhilerm/tag-push-action" -> items(input("dst")).toList();
            default ->
                input("repository").isEmpty()
                        ? items(input("tags") + "\n" + input("outputs")).toList()
                        : tagged(registry("registry", input("repository")), "tags");
        };
    }

    /** The name with its registry, which is Docker Hub if the action gets no other. */
    private String registry(String key, String name) {
        String host = input(key).replaceFirst("^https?://", "").replaceFirst("/$", "");
        return (host.isEmpty() ? "docker.io" : host) + "/" + name.replaceFirst(":[^/]*$", "");
    }

    private List<String> tagged(String name, String key) {
        List<String> tags = Arrays.stream(input(key).split("[\\s,]+"))
                .filter(tag -> !tag.isEmpty())
                .toList();
        return (tags.isEmpty() ? List.of("latest") : tags)
                .stream().map(tag -> name + ":" + tag).toList();
    }

    private static Stream<String> items(String text) {
        return text.lines()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .filter(item -> !item.isEmpty());
    }
}
